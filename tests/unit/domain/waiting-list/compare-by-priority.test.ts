import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareByPriority, type PriorityInput } from '#app/domain/waiting-list/compare-by-priority.ts'
import { oslo } from '../support/builders.ts'

const now = oslo('2026-11-23T09:00')
const policy = { priorityRebookHours: 48 }
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

function need(waitingListEntryId: string, changes: Partial<PriorityInput> = {}): PriorityInput {
	const plain = { cancelledByPrisonAt: null, lastVisit: '2026-11-01', ownChild: false, farTravel: false }
	return { waitingListEntryId, ...plain, createdAt: oslo('2026-11-20T09:00'), ...changes }
}

const order = (...entries: PriorityInput[]) =>
	compareByPriority(entries, policy, now).map(({ waitingListEntryId }) => waitingListEntryId)

describe('the line', () => {
	it('begins with those whom the prison called off, within its hours and not after', () => {
		const never = need('never', { lastVisit: null })
		expect(order(never, need('off', { cancelledByPrisonAt: hoursAgo(47) }))).toEqual(['off', 'never'])
		expect(order(never, need('off', { cancelledByPrisonAt: hoursAgo(48) }))).toEqual(['never', 'off'])
	})

	it('goes on by need: never visited, then the longest without a visit', () => {
		const recent = need('recent', { lastVisit: '2026-11-20' })
		const long = need('long', { lastVisit: '2026-09-01' })
		expect(order(recent, long, need('never', { lastVisit: null }))).toEqual(['never', 'long', 'recent'])
	})

	it('then own children, then far travel, then the oldest waiting-list entry', () => {
		const old = need('old', { createdAt: oslo('2026-11-01T09:00') })
		const far = need('far', { farTravel: true })
		const child = need('child', { ownChild: true })
		expect(order(need('new'), old, far, child)).toEqual(['child', 'far', 'old', 'new'])
	})

	it('weighs those whom the prison called off among themselves by need, not by when it was', () => {
		const early = need('early', { cancelledByPrisonAt: hoursAgo(40), lastVisit: '2026-11-10' })
		const late = need('late', { cancelledByPrisonAt: hoursAgo(1), lastVisit: '2026-10-01' })
		expect(order(early, late)).toEqual(['late', 'early'])
	})

	it('is the same whatever order the waiting-list entries are read in', () => {
		const needs = fc.uniqueArray(
			fc.record({
				waitingListEntryId: fc.uuid(),
				cancelledByPrisonAt: fc.option(fc.constantFrom(hoursAgo(1), hoursAgo(60))),
				lastVisit: fc.option(fc.constantFrom('2026-10-01', '2026-11-01')),
				ownChild: fc.boolean(),
				farTravel: fc.boolean(),
				createdAt: fc.constantFrom(hoursAgo(10), hoursAgo(20)),
			}),
			{ selector: ({ waitingListEntryId }) => waitingListEntryId },
		)
		fc.assert(
			fc.property(needs, (entries) => {
				expect(compareByPriority([...entries].reverse(), policy, now)).toEqual(compareByPriority(entries, policy, now))
			}),
		)
	})
})

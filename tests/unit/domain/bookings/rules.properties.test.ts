import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleInput, Visit } from '#app/domain/bookings/rule-input.ts'
import { bookingRules, refusalsAgainst } from '#app/domain/bookings/rules.ts'
import type { Policy } from '#app/domain/policy.ts'
import {
	anyBan,
	anyBooking,
	anyClosure,
	anyCode,
	anyCourtRestriction,
	anyOrder,
	anyPolicy,
	anyRuleInput,
	instant,
} from '../support/arbitraries.ts'
import { codes } from '../support/builders.ts'

const question = { input: anyRuleInput, policy: anyPolicy, now: instant }
type Question = { input: RuleInput; policy: Policy; now: Date }

function changed(input: RuleInput, changes: Partial<Visit>): RuleInput {
	return { ...input, visit: { ...input.visit, ...changes } }
}

/** The codes that the change took away. */
function lost({ input, policy, now }: Question, after: RuleInput) {
	const still = codes(refusalsAgainst(after, policy, now))
	return codes(refusalsAgainst(input, policy, now)).filter((code) => !still.includes(code))
}

describe('the rules, for any visit', { timeout: 30_000 }, () => {
	it('answer each with its own code or nothing', () => {
		fc.assert(
			fc.property(fc.record({ ...question, code: anyCode }), ({ input, policy, now, code }) => {
				const found = bookingRules[code](input, policy, now)
				expect(found === null || found.code === code).toBe(true)
			}),
			{ numRuns: 300 },
		)
	})

	it('are all asked of every place, and answer in the order of the list', () => {
		const places = fc.array(fc.record(question), { minLength: 1, maxLength: 4 })
		fc.assert(
			fc.property(places, anyRuleInput, (askings, { visit }) => {
				// One visit at many places, as a calendar asks, and back at the first.
				for (const { input, policy, now } of [...askings, ...askings.slice(0, 1)]) {
					const one = { ...input, visit }
					const answers = Object.values(bookingRules).map((rule) => rule({ ...one, visit: { ...visit } }, policy, now))
					expect(refusalsAgainst(one, policy, now)).toEqual(answers.filter((answer) => answer !== null))
				}
			}),
			{ numRuns: 300 },
		)
	})

	it('do not depend on the order in which the party stands', () => {
		const mixed = fc.record(question).chain((asking) =>
			fc.record({
				asking: fc.constant(asking),
				party: fc.shuffledSubarray([...asking.input.visit.party], { minLength: asking.input.visit.party.length }),
			}),
		)
		fc.assert(
			fc.property(mixed, ({ asking: { input, policy, now }, party }) => {
				expect(refusalsAgainst(changed(input, { party }), policy, now)).toEqual(refusalsAgainst(input, policy, now))
			}),
			{ numRuns: 200 },
		)
	})

	it('answer the same when asked again', () => {
		fc.assert(
			fc.property(fc.record(question), ({ input, policy, now }) => {
				expect(refusalsAgainst(input, policy, now)).toEqual(refusalsAgainst(input, policy, now))
			}),
			{ numRuns: 100 },
		)
	})

	it('remember of a visit nothing that another place, policy or instant changes', () => {
		const pair = fc.record({
			one: fc.record(question),
			other: fc.record(question),
			days: fc.integer({ min: 1, max: 400 }),
		})
		fc.assert(
			fc.property(pair, ({ one, other, days }) => {
				const { input, policy, now } = one
				const { venue, visit } = input
				const moved = (instant: Date, by: number) => new Date(instant.getTime() + by * 86_400_000)
				// One thing at a time is another than at first.
				const others: Question[] = [
					{ ...one, input: { ...input, venue: other.input.venue } },
					{ ...one, input: { ...input, venue: { ...venue, start: moved(venue.start, -days) } } },
					{ ...one, input: { ...input, venue: { ...venue, end: moved(venue.end, days) } } },
					{ ...one, policy: other.policy },
					{ ...one, now: other.now },
				]
				for (const { input, policy: itsPolicy, now: itsNow } of others.flatMap((changed) => [one, changed])) {
					const anew = { ...input, visit: { ...visit } }
					expect(refusalsAgainst(input, itsPolicy, itsNow)).toEqual(refusalsAgainst(anew, itsPolicy, itsNow))
				}
				expect(refusalsAgainst(input, policy, now)).toEqual(
					refusalsAgainst({ ...input, visit: { ...visit } }, policy, now),
				)
			}),
			{ numRuns: 300, seed: 20261126 },
		)
	})

	it('take no refusal away when a ban or a protective order is added', () => {
		fc.assert(
			fc.property(fc.record({ ...question, ban: anyBan, order: anyOrder }), ({ ban, order, ...asking }) => {
				const party = asking.input.visit.party.map((member) => ({
					...member,
					bans: [...member.bans, ban],
					protectiveOrders: [...member.protectiveOrders, order],
				}))
				expect(lost(asking, changed(asking.input, { party }))).toEqual([])
			}),
			{ numRuns: 200 },
		)
	})

	it('take no refusal away when a court restriction is added, save that a strict setting may now be needed', () => {
		fc.assert(
			fc.property(fc.record({ ...question, order: anyCourtRestriction }), ({ order, ...asking }) => {
				const courtRestrictions = [...asking.input.visit.courtRestrictions, order]
				const gone = lost(asking, changed(asking.input, { courtRestrictions }))
				const mayGo = order.type === 'police-control' ? ['setting-stricter-than-needed'] : []
				expect(gone.filter((code) => !mayGo.includes(code))).toEqual([])
			}),
			{ numRuns: 200 },
		)
	})

	it('take no refusal away when a closure is added', () => {
		fc.assert(
			fc.property(fc.record({ ...question, closure: anyClosure }), ({ closure, ...asking }) => {
				const { venue } = asking.input
				const after = { ...asking.input, venue: { ...venue, closures: [...venue.closures, closure] } }
				expect(lost(asking, after)).toEqual([])
			}),
			{ numRuns: 200 },
		)
	})

	it('take no refusal away when someone is to be kept apart, or another booking is made', () => {
		fc.assert(
			fc.property(fc.record({ ...question, booking: anyBooking }), ({ booking, ...asking }) => {
				const { visit } = asking.input
				expect(
					lost(asking, changed(asking.input, { nonAssociatedBookings: [...visit.nonAssociatedBookings, booking] })),
				).toEqual([])
				expect(lost(asking, changed(asking.input, { nonAssociatedInParty: [['Kari', 'Ola']] }))).toEqual([])
				expect(lost(asking, changed(asking.input, { bookings: [...visit.bookings, booking] }))).toEqual([])
			}),
			{ numRuns: 200 },
		)
	})

	it('reach every code in this world', () => {
		const seen = new Set<string>()
		fc.assert(
			fc.property(fc.record(question), ({ input, policy, now }) => {
				for (const code of codes(refusalsAgainst(input, policy, now))) seen.add(code)
			}),
			{ numRuns: 1000, seed: 1 },
		)
		expect(Object.keys(bookingRules).filter((code) => !seen.has(code))).toEqual([])
	})
})

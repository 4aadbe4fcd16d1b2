import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Asked, Visit } from '#app/domain/booking/asked.ts'
import { bookingRules, refusalsAgainst } from '#app/domain/booking/rules.ts'
import type { Policy } from '#app/domain/policy.ts'
import {
	anyAsked,
	anyBan,
	anyBooking,
	anyClosure,
	anyCode,
	anyCourtRestriction,
	anyOrder,
	anyPolicy,
	instant,
} from '../support/arbitraries.ts'
import { codes } from '../support/builders.ts'

const question = { asked: anyAsked, policy: anyPolicy, now: instant }
type Question = { asked: Asked; policy: Policy; now: Date }

function changed(asked: Asked, changes: Partial<Visit>): Asked {
	return { ...asked, visit: { ...asked.visit, ...changes } }
}

/** The codes that the change took away. */
function lost({ asked, policy, now }: Question, after: Asked) {
	const still = codes(refusalsAgainst(after, policy, now))
	return codes(refusalsAgainst(asked, policy, now)).filter((code) => !still.includes(code))
}

describe('the rules, for any visit', { timeout: 30_000 }, () => {
	it('answer each with its own code or nothing', () => {
		fc.assert(
			fc.property(fc.record({ ...question, code: anyCode }), ({ asked, policy, now, code }) => {
				const found = bookingRules[code](asked, policy, now)
				expect(found === null || found.code === code).toBe(true)
			}),
			{ numRuns: 300 },
		)
	})

	it('are all asked of every place, and answer in the order of the list', () => {
		const places = fc.array(fc.record(question), { minLength: 1, maxLength: 4 })
		fc.assert(
			fc.property(places, anyAsked, (askings, { visit }) => {
				// One visit at many places, as a calendar asks, and back at the first.
				for (const { asked, policy, now } of [...askings, ...askings.slice(0, 1)]) {
					const one = { ...asked, visit }
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
				party: fc.shuffledSubarray([...asking.asked.visit.party], { minLength: asking.asked.visit.party.length }),
			}),
		)
		fc.assert(
			fc.property(mixed, ({ asking: { asked, policy, now }, party }) => {
				expect(refusalsAgainst(changed(asked, { party }), policy, now)).toEqual(refusalsAgainst(asked, policy, now))
			}),
			{ numRuns: 200 },
		)
	})

	it('answer the same when asked again', () => {
		fc.assert(
			fc.property(fc.record(question), ({ asked, policy, now }) => {
				expect(refusalsAgainst(asked, policy, now)).toEqual(refusalsAgainst(asked, policy, now))
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
				const { asked, policy, now } = one
				const { place, visit } = asked
				const moved = (instant: Date, by: number) => new Date(instant.getTime() + by * 86_400_000)
				// One thing at a time is another than at first.
				const others: Question[] = [
					{ ...one, asked: { ...asked, place: other.asked.place } },
					{ ...one, asked: { ...asked, place: { ...place, start: moved(place.start, -days) } } },
					{ ...one, asked: { ...asked, place: { ...place, end: moved(place.end, days) } } },
					{ ...one, policy: other.policy },
					{ ...one, now: other.now },
				]
				for (const { asked, policy: itsPolicy, now: itsNow } of others.flatMap((changed) => [one, changed])) {
					const anew = { ...asked, visit: { ...visit } }
					expect(refusalsAgainst(asked, itsPolicy, itsNow)).toEqual(refusalsAgainst(anew, itsPolicy, itsNow))
				}
				expect(refusalsAgainst(asked, policy, now)).toEqual(
					refusalsAgainst({ ...asked, visit: { ...visit } }, policy, now),
				)
			}),
			{ numRuns: 300, seed: 20261126 },
		)
	})

	it('take no refusal away when a ban or a protective order is added', () => {
		fc.assert(
			fc.property(fc.record({ ...question, ban: anyBan, order: anyOrder }), ({ ban, order, ...asking }) => {
				const party = asking.asked.visit.party.map((member) => ({
					...member,
					bans: [...member.bans, ban],
					protectiveOrders: [...member.protectiveOrders, order],
				}))
				expect(lost(asking, changed(asking.asked, { party }))).toEqual([])
			}),
			{ numRuns: 200 },
		)
	})

	it('take no refusal away when a court restriction is added, save that a strict setting may now be needed', () => {
		fc.assert(
			fc.property(fc.record({ ...question, order: anyCourtRestriction }), ({ order, ...asking }) => {
				const courtRestrictions = [...asking.asked.visit.courtRestrictions, order]
				const gone = lost(asking, changed(asking.asked, { courtRestrictions }))
				const mayGo = order.type === 'police-control' ? ['setting-stricter-than-needed'] : []
				expect(gone.filter((code) => !mayGo.includes(code))).toEqual([])
			}),
			{ numRuns: 200 },
		)
	})

	it('take no refusal away when a closure is added', () => {
		fc.assert(
			fc.property(fc.record({ ...question, closure: anyClosure }), ({ closure, ...asking }) => {
				const { place } = asking.asked
				const after = { ...asking.asked, place: { ...place, closures: [...place.closures, closure] } }
				expect(lost(asking, after)).toEqual([])
			}),
			{ numRuns: 200 },
		)
	})

	it('take no refusal away when someone is to be kept apart, or another booking is made', () => {
		fc.assert(
			fc.property(fc.record({ ...question, booking: anyBooking }), ({ booking, ...asking }) => {
				const { visit } = asking.asked
				expect(lost(asking, changed(asking.asked, { apartBookings: [...visit.apartBookings, booking] }))).toEqual([])
				expect(lost(asking, changed(asking.asked, { apartInParty: [['Kari', 'Ola']] }))).toEqual([])
				expect(lost(asking, changed(asking.asked, { bookings: [...visit.bookings, booking] }))).toEqual([])
			}),
			{ numRuns: 200 },
		)
	})

	it('reach every code in this world', () => {
		const seen = new Set<string>()
		fc.assert(
			fc.property(fc.record(question), ({ asked, policy, now }) => {
				for (const code of codes(refusalsAgainst(asked, policy, now))) seen.add(code)
			}),
			{ numRuns: 1000, seed: 1 },
		)
		expect(Object.keys(bookingRules).filter((code) => !seen.has(code))).toEqual([])
	})
})

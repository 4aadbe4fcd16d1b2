import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redactForFamily, type Viewer } from '#app/domain/bookings/public-reasons.ts'
import { refusal, refusalKinds } from '#app/domain/refusals.ts'
import { anyRefusal, anyRefusals } from '../support/arbitraries.ts'

const kari: Viewer = { visitorId: 'Kari', hasPermit: true, childrenIds: ['Emil'] }

describe('familyAnswer', () => {
	it('tells nothing when nothing stands', () => {
		expect(redactForFamily([], kari)).toEqual({ kind: 'plain', items: [] })
		expect(redactForFamily([], { ...kari, hasPermit: false })).toEqual({ kind: 'plain', items: [] })
	})
	it('tells what stands against the visit in plain codes, in the same order', () => {
		expect(redactForFamily([refusal('session-full'), refusal('too-soon')], kari)).toEqual({
			kind: 'plain',
			items: [
				{ code: 'session-full', about: 'visit', visitorIds: [] },
				{ code: 'too-soon', about: 'visit', visitorIds: [] },
			],
		})
	})
	it('names a member only to themselves', () => {
		const banned = [refusal('visitor-banned', ['Kari'])]
		expect(redactForFamily(banned, kari)).toEqual({
			kind: 'plain',
			items: [{ code: 'visitor-banned', about: 'you', visitorIds: ['Kari'] }],
		})
		expect(redactForFamily(banned, { ...kari, visitorId: 'Ola' })).toEqual({
			kind: 'plain',
			items: [{ code: 'visitor-banned', about: 'someone', visitorIds: [] }],
		})
	})
	it('names a child to its guardian', () => {
		expect(redactForFamily([refusal('permit-not-active', ['Emil'])], kari)).toEqual({
			kind: 'plain',
			items: [{ code: 'permit-not-active', about: 'your-child', visitorIds: ['Emil'] }],
		})
	})
	it("parts what is the reader's own from what is another's", () => {
		expect(redactForFamily([refusal('visitor-already-booked', ['Kari', 'Emil', 'Ola'])], kari)).toEqual({
			kind: 'plain',
			items: [
				{ code: 'visitor-already-booked', about: 'you', visitorIds: ['Kari'] },
				{ code: 'visitor-already-booked', about: 'your-child', visitorIds: ['Emil'] },
				{ code: 'visitor-already-booked', about: 'someone', visitorIds: [] },
			],
		})
	})
	it('is neutral as a whole when one neutral code stands', () => {
		expect(redactForFamily([refusal('session-full'), refusal('non-association')], kari)).toEqual({ kind: 'neutral' })
	})
	it('tells who has no permit that alone, whatever else stands', () => {
		const stranger = { ...kari, hasPermit: false }
		const answer = redactForFamily([refusal('permit-missing', ['Kari']), refusal('prisoner-released')], stranger)
		expect(answer).toEqual({ kind: 'plain', items: [{ code: 'permit-missing', about: 'you', visitorIds: ['Kari'] }] })
		expect(redactForFamily([refusal('session-full')], stranger)).toEqual(answer)
	})

	it('has these five neutral codes', () => {
		const neutral = Object.entries(refusalKinds).flatMap(([code, kind]) => (kind.tell === 'neutral' ? [code] : []))
		expect(neutral.sort()).toEqual([
			'court-restriction',
			'non-association',
			'prisoner-not-here',
			'prisoner-released',
			'protective-order',
		])
	})
	it('does not differ from one neutral code to another, whatever stands beside it', () => {
		const neutral = anyRefusal.filter(({ code }) => refusalKinds[code].tell === 'neutral')
		fc.assert(
			fc.property(neutral, anyRefusals, fc.nat({ max: 8 }), (hidden, others, position) => {
				const refusals = [...others.slice(0, position), hidden, ...others.slice(position)]
				expect(redactForFamily(refusals, kari)).toEqual({ kind: 'neutral' })
			}),
		)
	})
	it('never names anyone but the reader and their children', () => {
		fc.assert(
			fc.property(anyRefusals, fc.boolean(), (refusals, hasPermit) => {
				const answer = redactForFamily(refusals, { ...kari, hasPermit })
				const named = answer.kind === 'plain' ? answer.items.flatMap(({ visitorIds }) => visitorIds) : []
				expect(named.filter((id) => id !== 'Kari' && id !== 'Emil')).toEqual([])
			}),
		)
	})
	it('is the same for a stranger whatever stands', () => {
		const stranger = { ...kari, hasPermit: false }
		fc.assert(
			fc.property(anyRefusal, anyRefusals, (one, others) => {
				expect(redactForFamily([one, ...others], stranger)).toEqual(
					redactForFamily([refusal('permit-missing', ['Kari'])], stranger),
				)
			}),
		)
	})
})

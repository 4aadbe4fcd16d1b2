import { describe, expect, it } from 'vitest'
import {
	availableToOfficer as availableBy,
	availableToVisitor,
	type OfficerBookingFacts,
} from '#app/domain/bookings/available-actions.ts'
import { bookingStates } from '#app/domain/bookings/booking.ts'
import { now, oslo, policy, span } from '../support/builders.ts'

/** At the end of the visit's first hour, unless told: late enough to say that nobody came. */
const availableToOfficer = (
	booking: OfficerBookingFacts,
	held: Parameters<typeof availableBy>[1],
	at = '2026-11-26T12:30',
) => availableBy(booking, held, policy(), oslo(at))

function facts(changes: Partial<OfficerBookingFacts> = {}): OfficerBookingFacts {
	return {
		state: 'confirmed',
		holdUntil: null,
		openReviews: 0,
		stopped: false,
		someoneIsOut: false,
		...span('2026-11-26T12:00', '2026-11-26T13:00'),
		...changes,
	}
}

describe('what an officer may do with a booking', () => {
	it('is to admit, change or cancel one that is confirmed', () => {
		expect(availableToOfficer(facts(), ['visit-officer'])).toEqual([
			'check-in',
			'no-show',
			'turn-away',
			'change',
			'cancel',
		])
	})
	it('is to answer one that is requested', () => {
		expect(availableToOfficer(facts({ state: 'requested' }), ['decision-maker'])).toEqual([
			'approve',
			'decline',
			'change',
			'cancel',
		])
	})
	it('is to let in who comes later, while the visit lasts', () => {
		const late = facts({ state: 'checked-in', someoneIsOut: true })
		expect(availableToOfficer(late, ['visit-officer'], '2026-11-26T12:59')).toContain('check-in')
		expect(availableToOfficer(late, ['visit-officer'], '2026-11-26T13:00')).not.toContain('check-in')
	})
	it('is to change who comes until it begins', () => {
		const at = (now: string) => availableToOfficer(facts(), ['visit-officer'], now)
		expect(at('2026-11-26T11:59')).toContain('change-party')
		expect(at('2026-11-26T12:00')).not.toContain('change-party')
		expect(availableToOfficer(facts(), ['screening-officer'], '2026-11-26T11:59')).not.toContain('change-party')
		expect(availableToOfficer(facts({ state: 'requested' }), ['visit-officer'], '2026-11-26T11:59')).toContain(
			'change-party',
		)
		expect(availableToOfficer(facts({ state: 'checked-in' }), ['visit-officer'], '2026-11-26T11:59')).not.toContain(
			'change-party',
		)
	})
	it('is to complete one that is checked in, or to correct that', () => {
		expect(availableToOfficer(facts({ state: 'checked-in' }), ['visit-officer'])).toEqual(['complete', 'correct'])
	})
	it('is not to say that nobody came before they are late', () => {
		expect(availableToOfficer(facts(), ['visit-officer'], '2026-11-26T12:29')).not.toContain('no-show')
		expect(availableToOfficer(facts(), ['visit-officer'], '2026-11-26T12:30')).toContain('no-show')
	})
	it('is to record and correct for a week after, and no longer to change or cancel', () => {
		const recording = ['check-in', 'no-show', 'turn-away']
		expect(availableToOfficer(facts(), ['visit-officer'], '2026-12-03T13:00')).toEqual(recording)
		expect(availableToOfficer(facts(), ['visit-officer'], '2026-12-03T13:01')).toEqual([])
		expect(availableToOfficer(facts({ state: 'no-show' }), ['visit-officer'], '2026-12-03T13:00')).toEqual(['correct'])
		expect(availableToOfficer(facts({ state: 'no-show' }), ['visit-officer'], '2026-12-03T13:01')).toEqual([])
	})
	it('is to give a hold up', () => {
		expect(availableToOfficer(facts({ state: 'held', holdUntil: now }), ['visit-officer'])).toEqual(['cancel'])
	})
	it('is nothing once it is over', () => {
		for (const state of ['expired', 'declined', 'lapsed', 'cancelled'] as const) {
			expect(availableToOfficer(facts({ state }), ['visit-officer'])).toEqual([])
		}
	})
	it('is to settle its reviews while there are any', () => {
		expect(availableToOfficer(facts({ openReviews: 1 }), ['visit-officer'])).toContain('settle-review')
	})
	it('is to let nobody in while something stops it, or it is under review', () => {
		for (const held of [facts({ stopped: true }), facts({ openReviews: 1 })]) {
			const actions = availableToOfficer(held, ['visit-officer'])
			expect(actions).not.toContain('check-in')
			expect(actions).toEqual(expect.arrayContaining(['no-show', 'turn-away']))
		}
	})
	it('is only to admit for a screening officer', () => {
		expect(availableToOfficer(facts(), ['screening-officer'])).toEqual(['check-in', 'no-show', 'turn-away'])
		expect(availableToOfficer(facts({ state: 'requested' }), ['screening-officer'])).toEqual([])
	})
	it('is nothing for finance, administrators and auditors', () => {
		for (const state of bookingStates) {
			expect(availableToOfficer(facts({ state, openReviews: 1 }), ['finance', 'admin', 'auditor'])).toEqual([])
		}
	})
})

describe('what a visitor may do with a booking', () => {
	it('is to change, cancel and show the pass until the cut-off, in real hours', () => {
		expect(availableToVisitor(facts(), true, policy(), oslo('2026-11-25T12:00'))).toEqual([
			'change',
			'cancel',
			'show-pass',
		])
		expect(availableToVisitor(facts(), true, policy(), oslo('2026-11-25T12:01'))).toEqual(['show-pass'])
	})
	it('counts the cut-off over a clock change in real hours', () => {
		const sunday = facts(span('2027-03-28T12:00', '2027-03-28T13:00'))
		expect(availableToVisitor(sunday, true, policy(), oslo('2027-03-27T11:00'))).toContain('cancel')
		expect(availableToVisitor(sunday, true, policy(), oslo('2027-03-27T11:01'))).not.toContain('cancel')
	})
	it('ends with the start where no cut-off is set', () => {
		const noCutoff = policy({ cancelCutoffHours: 0 })
		expect(availableToVisitor(facts(), true, noCutoff, oslo('2026-11-26T11:59'))).toContain('cancel')
		expect(availableToVisitor(facts(), true, noCutoff, oslo('2026-11-26T12:00'))).toEqual(['show-pass'])
	})
	it('is to withdraw or change a request, without a pass', () => {
		expect(availableToVisitor(facts({ state: 'requested' }), true, policy(), now)).toEqual(['change', 'cancel'])
	})
	it('is to confirm a hold or give it up, and to confirm one that ran out', () => {
		const hold = facts({ state: 'held', holdUntil: oslo('2026-11-23T09:10') })
		expect(availableToVisitor(hold, true, policy(), now)).toEqual(['confirm', 'cancel'])
		expect(availableToVisitor(hold, true, policy(), oslo('2026-11-23T09:10'))).toEqual(['confirm'])
		expect(availableToVisitor(facts({ state: 'expired' }), true, policy(), now)).toEqual(['confirm'])
	})
	it('is only to show the pass for the others of the party', () => {
		expect(availableToVisitor(facts(), false, policy(), now)).toEqual(['show-pass'])
		expect(availableToVisitor(facts({ state: 'requested' }), false, policy(), now)).toEqual([])
	})
	it('is nothing once they are in, and nothing once it is over', () => {
		for (const state of ['checked-in', 'declined', 'completed', 'cancelled', 'no-show', 'turned-away'] as const) {
			expect(availableToVisitor(facts({ state }), true, policy(), now)).toEqual([])
		}
	})
})

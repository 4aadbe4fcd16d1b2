import { describe, expect, it } from 'vitest'
import { type BookingState, bookingStates } from '#app/domain/bookings/booking.ts'
import { type MessageKind, messageKinds } from '#app/domain/messages.ts'
import { whyNotMailed } from '#app/services/messages/why-not-mailed.ts'
import type { MessageFacts } from '#db/queries/messages/facts.ts'

const now = new Date('2026-11-24T09:00:00Z')
const startsAt = new Date('2026-11-26T11:00:00Z')
const endsAt = new Date('2026-11-26T12:00:00Z')

function facts(state: BookingState, more: { underReview?: boolean; theirs?: boolean } = {}): MessageFacts {
	return {
		reader: { givenName: 'Kari', email: 'kari@post.example', language: 'nb', failed: false },
		booking: {
			ref: 'K7QM4TXWP2R9',
			state,
			cancelledBy: state === 'cancelled' ? 'prison' : null,
			setting: 'hall',
			startsAt,
			endsAt,
			createdAt: now,
			endedAt: null,
			version: 0,
			theirs: true,
			bookedByOfficer: false,
			bookedByReader: true,
			moves: null,
			underReview: false,
			...more,
		},
		application: null,
		decision: null,
		hearing: null,
		offer: null,
		topUp: null,
		policy: null,
		left: false,
	}
}

function about(
	letter: 'sent' | 'opened' | 'appealed' | null,
	state: 'received' | 'withdrawn' | 'granted' = 'received',
): MessageFacts {
	return { ...facts('confirmed'), booking: null, application: { ref: 'A', state, theirs: true, letter } }
}

const payment = (credited: boolean, refund: { stands: boolean } | null = null, leftOre = 20_000): MessageFacts => ({
	...facts('confirmed'),
	booking: null,
	topUp: {
		ref: 'T',
		ore: 20_000,
		paidAt: now,
		credited,
		theirs: true,
		leftOre,
		refund: refund && { ore: 20_000, ...refund },
	},
})

const offered = (until: string): MessageFacts => ({
	...facts('confirmed'),
	booking: null,
	offer: { ref: 'W', until: new Date(until), startsAt, endsAt, theirs: true },
})

describe('a message about a booking goes out only in the state it tells of', () => {
	const told: Partial<Record<MessageKind, readonly BookingState[]>> = {
		'booking-requested': ['requested'],
		'booking-confirmed': ['confirmed', 'checked-in'],
		'booking-changed': ['confirmed', 'requested', 'checked-in'],
		'booking-declined': ['declined'],
		'booking-lapsed': ['lapsed'],
		'booking-cancelled': ['cancelled'],
		'booking-reminder': ['confirmed'],
		'booking-under-review': ['confirmed'],
	}
	it.each(Object.entries(told))('%s: %s', (kind, states) => {
		const found = messageKinds.find((known) => known === kind) ?? 'waiting-list-offer'
		const open = bookingStates.filter((state) => whyNotMailed(found, facts(state, { underReview: true }), now) === null)
		expect(new Set(open)).toEqual(new Set(states))
	})
})

describe('a message is dropped', () => {
	it('when a review was closed before anyone was told of it', () => {
		expect(whyNotMailed('booking-under-review', facts('confirmed'), now)).toBe('superseded')
	})

	it('when the visit it reminds of has begun', () => {
		expect(whyNotMailed('booking-reminder', facts('confirmed'), startsAt)).toBe('superseded')
	})

	it('when the reader has no part in it any more', () => {
		for (const kind of messageKinds)
			expect(whyNotMailed(kind, facts('confirmed', { theirs: false }), now)).toBe('not-theirs')
	})

	it('that somebody has left a party, when they are of it again', () => {
		expect(whyNotMailed('booking-changed', { ...facts('confirmed', { theirs: false }), left: true }, now)).toBeNull()
		expect(whyNotMailed('booking-changed', { ...facts('cancelled', { theirs: false }), left: true }, now)).toBeNull()
		expect(whyNotMailed('booking-changed', { ...facts('confirmed'), left: true }, now)).toBe('superseded')
	})

	it('when the application was withdrawn', () => {
		expect(whyNotMailed('application-received', about(null, 'withdrawn'), now)).toBe('superseded')
		expect(whyNotMailed('application-received', about(null), now)).toBeNull()
	})

	it('when the letter it reminds of was opened', () => {
		expect(whyNotMailed('decision-reminder', about('sent'), now)).toBeNull()
		expect(whyNotMailed('decision-reminder', about('opened'), now)).toBe('superseded')
		expect(whyNotMailed('decision-reminder', about('appealed'), now)).toBe('superseded')
	})

	it('when no letter was sent, and not when it has been opened', () => {
		expect(whyNotMailed('decision-ready', about(null), now)).toBe('superseded')
		expect(whyNotMailed('decision-ready', about('opened', 'granted'), now)).toBeNull()
	})

	it('when the money is not at hand, or could not be given back after all', () => {
		expect(whyNotMailed('top-up-receipt', payment(true), now)).toBeNull()
		expect(whyNotMailed('top-up-receipt', payment(false), now)).toBe('superseded')
		expect(whyNotMailed('top-up-refunded', payment(true, { stands: true }), now)).toBeNull()
		expect(whyNotMailed('top-up-refunded', payment(true, { stands: false }), now)).toBe('superseded')
	})

	it('when money that did not come back has come back otherwise', () => {
		expect(whyNotMailed('top-up-not-refunded', payment(true, { stands: false }), now)).toBeNull()
		expect(whyNotMailed('top-up-not-refunded', payment(true, { stands: true }), now)).toBe('superseded')
		expect(whyNotMailed('top-up-not-refunded', payment(true, { stands: false }, 0), now)).toBe('superseded')
	})

	it('when an offer has run out or gone', () => {
		expect(whyNotMailed('waiting-list-offer', offered('2026-11-24T09:00:01Z'), now)).toBeNull()
		expect(whyNotMailed('waiting-list-offer', offered('2026-11-24T09:00:00Z'), now)).toBe('superseded')
		expect(whyNotMailed('waiting-list-offer', { ...offered('2026-11-24T10:00:00Z'), offer: null }, now)).toBe(
			'superseded',
		)
	})
})

it('tells of a cancellation however late', () => {
	expect(whyNotMailed('booking-cancelled', facts('cancelled'), new Date('2027-01-01T00:00:00Z'))).toBeNull()
})

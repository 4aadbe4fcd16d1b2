import { arrival } from '#app/domain/bookings/arrival.ts'
import { defaultPolicy, type Policy } from '#app/domain/policy.ts'
import type { Mail } from '#app/integrations/mail.server.ts'
import type { MessageFacts } from '#db/queries/messages/facts.ts'
import type { LeasedMessage } from '#db/queries/messages/queue.ts'
import { calendarWords } from '#emails/calendar-words.ts'
import type { AnyMail, Decided, Timed, Upcoming } from '#emails/kinds.ts'
import { renderMail } from '#emails/render.ts'
import { calendarFile } from '../bookings/calendar-file.server.ts'
import { policyOf } from '../policy.server.ts'

type Booking = NonNullable<MessageFacts['booking']>
type Reader = NonNullable<MessageFacts['reader']> & { email: string }

/** The e-mail that a message makes, from what stands in the database now. */
export function composeMail(
	message: LeasedMessage,
	facts: MessageFacts,
	reader: Reader,
	now: Date,
	origin: string,
): Mail {
	const content = whatItSays(message, facts, now)
	return {
		id: message.id,
		to: reader.email,
		language: reader.language,
		...renderMail(content, { givenName: reader.givenName, locale: reader.language }, origin),
		attachments: calendarOf(content, facts.booking).map((booking) =>
			calendarFile(booking, calendarWords(reader.language, booking.ref, origin), now),
		),
	}
}

function whatItSays(message: LeasedMessage, facts: MessageFacts, now: Date): AnyMail {
	const { kind } = message
	const policy = policyOf(facts.policy)
	const application = () => ({ reference: known(facts.application, kind).ref })
	const booking = () => known(facts.booking, kind)
	switch (kind) {
		case 'application-received':
			// Never a prison's own target: the answer must not depend on what was typed.
			return { kind, props: { ...application(), answerWithinDays: defaultPolicy.applicationTargetDays } }
		case 'decision-ready':
		case 'decision-reminder':
		case 'hearing-notice':
		case 'permit-changed':
		case 'appeal-received':
		case 'appeal-answered':
			return { kind, props: decided(facts, kind) }
		case 'booking-requested':
		case 'booking-declined':
			return { kind, props: { ...timed(booking()), stands: stands(booking()) } }
		case 'booking-under-review':
			return { kind, props: timed(booking()) }
		case 'booking-lapsed':
			return {
				kind,
				props: {
					...timed(booking()),
					stands: stands(booking()),
					firstInLineUntil: firstInLineUntil(booking(), policy, now),
				},
			}
		case 'booking-confirmed':
			return { kind, props: upcoming(booking(), policy, now) }
		case 'booking-reminder':
			return { kind, props: { ...upcoming(booking(), policy, now), underReview: booking().underReview } }
		case 'booking-changed':
			if (message.detail.left !== undefined) return { kind, props: { ...timed(booking()), left: true } }
			return {
				kind,
				props: {
					...upcoming(booking(), policy, now),
					formerly: formerly(message, booking()),
					awaitsAnswer: booking().state === 'requested',
					left: false,
				},
			}
		case 'booking-cancelled':
			return { kind, props: cancelled(booking(), policy, now) }
		case 'waiting-list-offer': {
			const { ref, startsAt, endsAt, until } = known(facts.offer, kind)
			return { kind, props: { reference: ref, startsAt, endsAt, answerBy: until } }
		}
		case 'top-up-receipt': {
			const { ref, ore, paidAt } = known(facts.topUp, kind)
			return { kind, props: { reference: ref, ore, paidAt: known(paidAt, kind) } }
		}
		case 'top-up-refunded':
		case 'top-up-not-refunded': {
			const { ref, ore, refund } = known(facts.topUp, kind)
			return { kind, props: { reference: ref, paidOre: ore, ore: known(refund, kind).ore } }
		}
	}
}

function known<T>(subject: T | null, kind: string): T {
	if (subject === null) throw new Error(`A message of kind ${kind} names nothing it could be about`)
	return subject
}

/** By the application's own reference where there is one: that is what its applicant knows it by. */
function decided({ application, decision, hearing }: MessageFacts, kind: string): Decided {
	if (application) return { reference: application.ref, about: 'application' }
	return { reference: known(decision ?? hearing, kind).ref, about: 'contact' }
}

function timed({ ref, startsAt, endsAt }: Booking): Timed {
	return { reference: ref, startsAt, endsAt }
}

function upcoming(booking: Booking, policy: Policy, now: Date): Upcoming {
	const cancelBy = later(booking.startsAt, -policy.cancelCutoffHours)
	return {
		...timed(booking),
		video: booking.setting === 'video',
		comeBy: arrival(booking.startsAt, policy).comeBy,
		acts: booking.bookedByReader || booking.bookedByOfficer,
		cancelBy: cancelBy >= now && booking.startsAt > now ? cancelBy : null,
	}
}

function cancelled(booking: Booking, policy: Policy, now: Date): (AnyMail & { kind: 'booking-cancelled' })['props'] {
	const by = known(booking.cancelledBy, 'booking-cancelled')
	const cancelledAt = booking.endedAt ?? now
	return {
		...timed(booking),
		stands: stands(booking),
		by,
		bookedAt: booking.createdAt,
		cancelledAt,
		firstInLineUntil: by === 'prison' ? firstInLineUntil(booking, policy, now) : null,
	}
}

/** Until when a visit that fell through without the family's doing ranks first; null when that has passed. */
function firstInLineUntil(booking: Booking, policy: Policy, now: Date): Date | null {
	const until = later(booking.endedAt ?? now, policy.priorityRebookHours)
	return until > now ? until : null
}

/** When the visit begins that a request was to move, and that stands; null where there is none. */
function stands({ moves }: Booking): Date | null {
	return moves?.state === 'confirmed' ? moves.startsAt : null
}

function formerly(message: LeasedMessage, booking: Booking): Date | null {
	if (booking.moves) return booking.moves.startsAt
	const previousStart = new Date(message.detail.formerly ?? '')
	return Number.isNaN(previousStart.getTime()) || previousStart.getTime() === booking.startsAt.getTime()
		? null
		: previousStart
}

/** Hours are real elapsed hours. */
function later(instant: Date, hours: number): Date {
	return new Date(instant.getTime() + hours * 3_600_000)
}

type CalendarEntry = Pick<Booking, 'ref' | 'version' | 'startsAt' | 'endsAt'> & { cancelled: boolean }

/** The bookings as a calendar is to show them, where the e-mail brings calendar files; else none. */
function calendarOf({ kind, props }: AnyMail, booking: Booking | null): CalendarEntry[] {
	if (booking === null) return []
	if (kind === 'booking-cancelled' || (kind === 'booking-changed' && props.left))
		return [{ ...booking, cancelled: true }]
	if ((kind !== 'booking-confirmed' && kind !== 'booking-changed') || booking.state === 'requested') return []
	const gone = booking.moves?.state === 'cancelled' ? [{ ...booking.moves, cancelled: true }] : []
	return [{ ...booking, cancelled: false }, ...gone]
}

import type { MessageKind } from '#app/domain/messages.ts'

/** Every kind is sent: one without a template does not compile. */
export type SentKind = MessageKind

/** Something the portal can show by its reference. */
export interface Referred {
	reference: string
}

/** A letter, or the notice of one: about an application, or about contact that is there already. */
export interface Decided extends Referred {
	about: 'application' | 'contact'
}

export interface Timed extends Referred {
	startsAt: Date
	endsAt: Date
}

/** A visit that takes place: what to do before it. */
export interface Upcoming extends Timed {
	video: boolean
	comeBy: Date
	/** Whether the reader may change and cancel it; else only who booked it may. */
	acts: boolean
	/** Until when it can be cancelled online; null when that time has passed. */
	cancelBy: Date | null
}

/** The visit that a request was to move, which stands. */
export interface Standing {
	/** When it begins; null where there is none. */
	stands: Date | null
}

/** What each kind of e-mail is told. There is no place here for a prisoner's, a prison's or another visitor's name. */
export interface MailProps {
	'application-received': Referred & { answerWithinDays: number }
	'decision-ready': Decided
	'decision-reminder': Decided
	'hearing-notice': Decided
	'permit-changed': Decided
	'appeal-received': Decided
	'appeal-answered': Decided
	'booking-requested': Timed & Standing
	'booking-confirmed': Upcoming
	'booking-declined': Timed & Standing
	/** Until when the family stands first on the waiting list; null when it does not. */
	'booking-lapsed': Timed & Standing & { firstInLineUntil: Date | null }
	/** `left`: the reader is no longer of the party. */
	'booking-changed':
		| (Upcoming & { formerly: Date | null; awaitsAnswer: boolean; left: false })
		| (Timed & { left: true })
	'booking-cancelled': Timed &
		Standing & {
			by: 'visitor' | 'prisoner' | 'prison'
			bookedAt: Date
			cancelledAt: Date
			/** Until when the family stands first on the waiting list; null when it does not. */
			firstInLineUntil: Date | null
		}
	'booking-reminder': Upcoming & { underReview: boolean }
	'booking-under-review': Timed
	'waiting-list-offer': Timed & { answerBy: Date }
	/** Amounts are whole øre. */
	'top-up-receipt': Referred & { ore: number; paidAt: Date }
	'top-up-refunded': Referred & { paidOre: number; ore: number }
	'top-up-not-refunded': Referred & { paidOre: number; ore: number }
}

/** An e-mail of any kind with what it is told. */
export type AnyMail = { [Kind in SentKind]: { kind: Kind; props: MailProps[Kind] } }[SentKind]

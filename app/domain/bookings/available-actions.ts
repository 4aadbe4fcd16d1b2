import { hasPermission } from '../access/permissions.ts'
import type { Role } from '../access/roles.ts'
import type { Span } from '../calendar/span.ts'
import type { Policy } from '../policy.ts'
import { type BookingState, isLive, isRecorded } from './booking.ts'
import { noShowFrom, recordUntil } from './gate-times.ts'

/** What the actions on a booking depend on. */
export interface BookingFacts extends Span {
	state: BookingState
	holdUntil: Date | null
	openReviews: number
}

/** What an officer's actions depend on besides. */
export interface OfficerBookingFacts extends BookingFacts {
	/** Something stands against it for which nobody is let in (`gate-stops.ts`). */
	stopped: boolean
	/** Somebody of the party is not in yet. */
	someoneIsOut: boolean
}

export type OfficerAction =
	| 'approve'
	| 'decline'
	| 'check-in'
	| 'complete'
	| 'no-show'
	| 'turn-away'
	| 'change'
	| 'change-party'
	| 'cancel'
	| 'settle-review'
	| 'correct'

export type VisitorAction = 'confirm' | 'change' | 'cancel' | 'show-pass'

/** What an officer with these roles may do with a booking now: the buttons, which the service asks again. */
export function availableToOfficer(
	booking: OfficerBookingFacts,
	held: readonly Role[],
	policy: Policy,
	now: Date,
): OfficerAction[] {
	const actions: OfficerAction[] = []
	const isOver = booking.end <= now
	const isOpen = booking.state === 'requested' || booking.state === 'confirmed'
	if (hasPermission(held, 'admit-visitors') && now <= recordUntil(booking, policy)) {
		if (booking.state === 'confirmed') {
			if (!booking.stopped && booking.openReviews === 0) actions.push('check-in')
			if (now >= noShowFrom(booking, policy)) actions.push('no-show')
			actions.push('turn-away')
		}
		if (booking.state === 'checked-in' && booking.someoneIsOut && !isOver) actions.push('check-in')
		if (booking.state === 'checked-in') actions.push('complete')
		if (isRecorded(booking.state)) actions.push('correct')
	}
	if (hasPermission(held, 'handle-bookings')) {
		if (booking.state === 'requested') actions.push('approve', 'decline')
		if (!isOver && isOpen) actions.push('change')
		if (isOpen && now < booking.start) actions.push('change-party')
		if (!isOver && ['held', 'requested', 'confirmed'].includes(booking.state)) actions.push('cancel')
		if (booking.openReviews > 0) actions.push('settle-review')
	}
	return actions
}

/**
 * What a visitor may do alone online. Who booked (or whom an officer booked for) acts for the party; the others may show the
 * pass. Change and cancel end `cancelCutoffHours` real hours before the start; a hold may be given up at any time.
 */
export function availableToVisitor(
	booking: BookingFacts,
	actsForParty: boolean,
	policy: Policy,
	now: Date,
): VisitorAction[] {
	const actions: VisitorAction[] = []
	if (actsForParty) {
		const { state } = booking
		const isHold = state === 'held' || state === 'expired'
		if (isHold) actions.push('confirm')
		if ((state === 'requested' || state === 'confirmed') && isBeforeCutoff(booking, policy, now))
			actions.push('change', 'cancel')
		if (state === 'held' && isLive(booking, now)) actions.push('cancel')
	}
	if (booking.state === 'confirmed') actions.push('show-pass')
	return actions
}

/** Whether a visitor may still change or cancel alone: at least `cancelCutoffHours` real hours are left, and it has not begun. */
export function isBeforeCutoff(booking: Span, policy: Policy, now: Date): boolean {
	const left = booking.start.getTime() - now.getTime()
	return left > 0 && left >= policy.cancelCutoffHours * 3_600_000
}

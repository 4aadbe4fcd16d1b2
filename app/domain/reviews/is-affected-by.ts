import { remainingRefusals } from '../bookings/remaining-refusals.ts'
import { type RuleInput, trackOf } from '../bookings/rule-input.ts'
import { settingStricterThanNeeded } from '../bookings/setting-stricter-than-needed.ts'
import type { Span } from '../calendar/span.ts'
import type { Track } from '../permits/permit.ts'
import type { Policy } from '../policy.ts'
import type { Refusal, RefusalCode } from '../refusals.ts'
import type { Setting } from '../timetable/visit-session.ts'
import { type ReviewCause, refusalsFrom } from './causes.ts'
import { type IsolatedInput, isolateCause } from './isolate-cause.ts'

/** What happened: the kind, and the order, closure, permit, session or prisoner that it happened to. */
export interface Cause {
	cause: ReviewCause
	causeId: string
	/** The codes that this very event can have brought about, where that is less than its kind can. */
	codes?: readonly RefusalCode[]
}

/** A confirmed booking, as the family was told of it. */
export interface NotifiedBooking extends Span {
	/** null for a room. */
	setting: Setting | null
	track: Track
	liftedCodes: readonly RefusalCode[]
}

export interface Question {
	booking: NotifiedBooking
	/** The same visit at its place as the place is now. */
	ruleInput: RuleInput
	policy: Policy
	now: Date
	/** For a non-association: the two whom it names. */
	pair: readonly string[]
}

/** Decided by a session's time: while that is as it was told, they stand for other reasons than the session's change. */
const decidedByTime: readonly RefusalCode[] = [
	'prisoner-already-booked',
	'visitor-already-booked',
	'weekly-visit-limit',
	'weekly-video-limit',
	'monthly-hours-limit',
	'closed-day',
]

/**
 * Whether the cause touches the booking: it would now be refused for this cause's sake, whatever else stands against it, or
 * its time or setting is no longer what the family was told. Asked to open a review, and again to see whether it is gone.
 */
export function isAffectedBy(cause: Cause, question: Question): boolean {
	const movedSession = cause.cause === 'session-changed' && differsFromNotified(question.booking, question.ruleInput)
	return movedSession || refusalsBy(cause, question).length > 0
}

/** Whether the place's time or setting is another than the family was told. */
export function differsFromNotified(booking: NotifiedBooking, { venue }: RuleInput): boolean {
	const setting = venue.kind === 'session' ? venue.session.setting : null
	return (
		booking.setting !== setting ||
		booking.start.getTime() !== venue.start.getTime() ||
		booking.end.getTime() !== venue.end.getTime()
	)
}

function refusalsBy(cause: Cause, question: Question): Refusal[] {
	const { booking, ruleInput, policy, pair } = question
	const alone = isolateCause(cause, {
		ruleInput,
		policy,
		pair,
		trackChanged: trackOf(ruleInput.visit) !== booking.track,
	})
	if (alone === null) return []
	const remaining = [...standingFrom(alone, question), ...stricter(cause, question)]
	const byTime = (code: RefusalCode) => cause.cause === 'session-changed' && decidedByTime.includes(code)
	return refusalsFrom(cause.cause, remaining).filter(
		({ code }) => !byTime(code) && (cause.codes?.includes(code) ?? true),
	)
}

function standingFrom({ ruleInput, policy, about }: IsolatedInput, { booking, now }: Question): Refusal[] {
	return remainingRefusals(ruleInput, policy, now, booking.liftedCodes).filter(
		(found) =>
			found.code !== 'setting-stricter-than-needed' &&
			(found.about.length === 0 || about === null || found.about.includes(about)),
	)
}

/** A setting is too strict by what all controls together do not ask for: no cause can be asked about it alone. */
function stricter({ cause, causeId }: Cause, { booking, ruleInput, policy, now }: Question): Refusal[] {
	if (booking.liftedCodes.includes('setting-stricter-than-needed')) return []
	const found = settingStricterThanNeeded(ruleInput, policy, now)
	if (found === null) return []
	if (cause !== 'court-restriction-ended') return [found]
	// The end of an order leaves it too strict only where the order, were it in force still, would ask for it.
	const visit = {
		...ruleInput.visit,
		courtRestrictions: ruleInput.visit.courtRestrictions.map((order) =>
			order.id === causeId ? { ...order, start: ruleInput.venue.start, end: ruleInput.venue.end } : order,
		),
	}
	return settingStricterThanNeeded({ ...ruleInput, visit }, policy, now) === null ? [found] : []
}

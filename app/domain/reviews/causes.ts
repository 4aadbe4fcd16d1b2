import type { Refusal, RefusalCode } from '../refusals.ts'

export const reviewCauses = [
	'prisoner-transferred',
	'prisoner-released',
	'custody-out',
	'unit-changed',
	'security-level-changed',
	'court-restriction-added',
	'court-restriction-ended',
	'permit-changed',
	'visitor-banned',
	'protective-order-added',
	'non-association-added',
	'session-changed',
	'closure-added',
	'recheck-overdue',
] as const
export type ReviewCause = (typeof reviewCauses)[number]

/**
 * The refusals that each cause can bring about. A booking may fail another rule for reasons of its own (a limit that was
 * reached after it was made, a place that an officer gave beyond the capacity): that is not the cause's doing.
 */
export const broughtAboutBy: Readonly<Record<ReviewCause, readonly RefusalCode[]>> = {
	'prisoner-transferred': ['prisoner-not-here'],
	'prisoner-released': ['prisoner-released'],
	'custody-out': ['prisoner-not-here'],
	'unit-changed': ['session-not-open', 'room-not-open', 'closed-day'],
	'security-level-changed': ['session-not-open', 'room-not-open', 'setting-too-open', 'setting-stricter-than-needed'],
	'court-restriction-added': ['court-restriction', 'setting-too-open'],
	'court-restriction-ended': ['setting-stricter-than-needed'],
	'permit-changed': [
		'permit-missing',
		'permit-not-active',
		'guardian-consent-missing',
		'session-not-open',
		'court-restriction',
		'setting-too-open',
		'setting-stricter-than-needed',
	],
	'visitor-banned': ['visitor-banned'],
	'protective-order-added': ['protective-order'],
	'non-association-added': ['non-association'],
	'session-changed': [
		'too-many-visitors',
		'non-association',
		'prisoner-already-booked',
		'visitor-already-booked',
		'weekly-visit-limit',
		'weekly-video-limit',
		'monthly-hours-limit',
		'session-not-open',
		'closed-day',
		'session-full',
		'setting-too-open',
		'setting-stricter-than-needed',
	],
	'closure-added': ['session-cancelled', 'closed-day'],
	'recheck-overdue': ['permit-not-active'],
}

/** Those of a booking's standing refusals that are the cause's doing; with none, the cause does not touch the booking. */
export function refusalsFrom(cause: ReviewCause, remaining: readonly Refusal[]): Refusal[] {
	return remaining.filter(({ code }) => broughtAboutBy[cause].includes(code))
}

/**
 * The closed list of what can stand against a booking. `tell` says what the family may read: `plain` words, or the one
 * `neutral` answer that does not differ from one code to another. `about` marks codes on one member's own affairs, which
 * are named only to that member or their guardian. `liftable` may be lifted by an officer, with a reason; nothing else can
 * be lifted by anyone.
 */
export const refusalKinds = {
	'permit-missing': { tell: 'plain', about: 'member', liftable: false },
	'permit-not-active': { tell: 'plain', about: 'member', liftable: false },
	'visitor-banned': { tell: 'plain', about: 'member', liftable: false },
	'protective-order': { tell: 'neutral', about: 'visit', liftable: false },
	'booker-not-in-party': { tell: 'plain', about: 'visit', liftable: false },
	'duplicate-visitor': { tell: 'plain', about: 'visit', liftable: false },
	'no-adult': { tell: 'plain', about: 'visit', liftable: false },
	'guardian-consent-missing': { tell: 'plain', about: 'member', liftable: false },
	'too-many-adults': { tell: 'plain', about: 'visit', liftable: true },
	'too-many-visitors': { tell: 'plain', about: 'visit', liftable: true },
	'court-restriction': { tell: 'neutral', about: 'visit', liftable: false },
	'prisoner-not-here': { tell: 'neutral', about: 'visit', liftable: false },
	'prisoner-released': { tell: 'neutral', about: 'visit', liftable: false },
	'non-association': { tell: 'neutral', about: 'visit', liftable: false },
	'prisoner-already-booked': { tell: 'plain', about: 'visit', liftable: false },
	'visitor-already-booked': { tell: 'plain', about: 'member', liftable: false },
	'weekly-visit-limit': { tell: 'plain', about: 'visit', liftable: true },
	'weekly-video-limit': { tell: 'plain', about: 'visit', liftable: true },
	'monthly-hours-limit': { tell: 'plain', about: 'visit', liftable: true },
	'session-not-open': { tell: 'plain', about: 'visit', liftable: false },
	'session-cancelled': { tell: 'plain', about: 'visit', liftable: false },
	'closed-day': { tell: 'plain', about: 'visit', liftable: false },
	'session-full': { tell: 'plain', about: 'visit', liftable: true },
	'too-soon': { tell: 'plain', about: 'visit', liftable: true },
	'too-far-ahead': { tell: 'plain', about: 'visit', liftable: true },
	'in-the-past': { tell: 'plain', about: 'visit', liftable: false },
	'setting-too-open': { tell: 'plain', about: 'visit', liftable: false },
	'setting-stricter-than-needed': { tell: 'plain', about: 'visit', liftable: true },
	'hold-expired': { tell: 'plain', about: 'visit', liftable: false },
	'room-not-open': { tell: 'plain', about: 'visit', liftable: false },
	'room-taken': { tell: 'plain', about: 'visit', liftable: false },
	'stay-length': { tell: 'plain', about: 'visit', liftable: false },
	'rest-gap': { tell: 'plain', about: 'visit', liftable: false },
} as const satisfies Record<string, { tell: 'plain' | 'neutral'; about: 'member' | 'visit'; liftable: boolean }>

export type RefusalCode = keyof typeof refusalKinds

/** One reason against a booking. `about` lists the members it concerns, by visitor id; empty when it concerns the visit. */
export interface Refusal {
	code: RefusalCode
	about: readonly string[]
}

export function refusal(code: RefusalCode, about: readonly string[] = []): Refusal {
	return { code, about: [...new Set(about)].sort() }
}

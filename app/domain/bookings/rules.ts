import type { Policy } from '../policy.ts'
import type { Refusal, RefusalCode } from '../refusals.ts'
import { bookerNotInParty } from './booker-not-in-party.ts'
import { closedDay } from './closed-day.ts'
import { courtRestriction } from './court-restriction.ts'
import { duplicateVisitor } from './duplicate-visitor.ts'
import { guardianConsentMissing } from './guardian-consent-missing.ts'
import { holdExpired } from './hold-expired.ts'
import { inThePast } from './in-the-past.ts'
import { monthlyHoursLimit } from './monthly-hours-limit.ts'
import { noAdult } from './no-adult.ts'
import { nonAssociation } from './non-association.ts'
import { permitMissing } from './permit-missing.ts'
import { permitNotActive } from './permit-not-active.ts'
import { prisonerAlreadyBooked } from './prisoner-already-booked.ts'
import { prisonerNotHere } from './prisoner-not-here.ts'
import { prisonerReleased } from './prisoner-released.ts'
import { protectiveOrder } from './protective-order.ts'
import { restGap } from './rest-gap.ts'
import { roomNotOpen } from './room-not-open.ts'
import { roomTaken } from './room-taken.ts'
import type { BookingRule } from './rule.ts'
import type { RuleInput } from './rule-input.ts'
import { sessionCancelled } from './session-cancelled.ts'
import { sessionFull } from './session-full.ts'
import { sessionNotOpen } from './session-not-open.ts'
import { settingStricterThanNeeded } from './setting-stricter-than-needed.ts'
import { settingTooOpen } from './setting-too-open.ts'
import { stayLength } from './stay-length.ts'
import { tooFarAhead } from './too-far-ahead.ts'
import { tooManyAdults } from './too-many-adults.ts'
import { tooManyVisitors } from './too-many-visitors.ts'
import { tooSoon } from './too-soon.ts'
import { visitorAlreadyBooked } from './visitor-already-booked.ts'
import { visitorBanned } from './visitor-banned.ts'
import { weeklyVideoLimit } from './weekly-video-limit.ts'
import { weeklyVisitLimit } from './weekly-visit-limit.ts'

/** Every rule by its code, in the order in which refusals are listed. */
export const bookingRules: Readonly<Record<RefusalCode, BookingRule>> = {
	'permit-missing': permitMissing,
	'permit-not-active': permitNotActive,
	'visitor-banned': visitorBanned,
	'protective-order': protectiveOrder,
	'booker-not-in-party': bookerNotInParty,
	'duplicate-visitor': duplicateVisitor,
	'no-adult': noAdult,
	'guardian-consent-missing': guardianConsentMissing,
	'too-many-adults': tooManyAdults,
	'too-many-visitors': tooManyVisitors,
	'court-restriction': courtRestriction,
	'prisoner-not-here': prisonerNotHere,
	'prisoner-released': prisonerReleased,
	'non-association': nonAssociation,
	'prisoner-already-booked': prisonerAlreadyBooked,
	'visitor-already-booked': visitorAlreadyBooked,
	'weekly-visit-limit': weeklyVisitLimit,
	'weekly-video-limit': weeklyVideoLimit,
	'monthly-hours-limit': monthlyHoursLimit,
	'session-not-open': sessionNotOpen,
	'session-cancelled': sessionCancelled,
	'closed-day': closedDay,
	'session-full': sessionFull,
	'too-soon': tooSoon,
	'too-far-ahead': tooFarAhead,
	'in-the-past': inThePast,
	'setting-too-open': settingTooOpen,
	'setting-stricter-than-needed': settingStricterThanNeeded,
	'hold-expired': holdExpired,
	'room-not-open': roomNotOpen,
	'room-taken': roomTaken,
	'stay-length': stayLength,
	'rest-gap': restGap,
}

const inOrder = Object.values(bookingRules)

/**
 * The one decision about a booking: everything that stands against it, all together, in the order of the closed list. The calendar, a
 * hold, a booking, a change, an officer's booking, the waiting list, answers to requests and reviews all ask it.
 */
export function refusalsAgainst(input: RuleInput, policy: Policy, now: Date): Refusal[] {
	const refusals: Refusal[] = []
	for (const rule of inOrder) {
		const refusal = rule(input, policy, now)
		if (refusal !== null) refusals.push(refusal)
	}
	return refusals
}

// Practice: who waits for a place can be admitted at all; everything else is asked when there is a place.

import { bookerNotInParty } from '../bookings/booker-not-in-party.ts'
import { duplicateVisitor } from '../bookings/duplicate-visitor.ts'
import { permitMissing } from '../bookings/permit-missing.ts'
import type { SessionVenue, Visit } from '../bookings/rule-input.ts'
import { instantOf, type LocalDate } from '../calendar/oslo.ts'
import type { Policy } from '../policy.ts'
import type { Refusal } from '../refusals.ts'
import { sessionTimes } from '../timetable/session-times.ts'

/**
 * What stands against keeping a waiting-list entry: the rules on who the party is, asked for the waiting-list entry's first day. The others depend on the
 * place and the time, or may have changed by then: a waiting-list entry that they stand against is kept, and skipped.
 */
export function entryRefusals(visit: Visit, firstDate: LocalDate, policy: Policy): Refusal[] {
	const input = { visit, venue: somewhereOn(firstDate, visit.prisoner.facilityId), holdRanOut: false }
	const day = instantOf(firstDate, '00:00')
	return [permitMissing, bookerNotInParty, duplicateVisitor]
		.map((rule) => rule(input, policy, day))
		.filter((found) => found !== null)
}

/** A place of which nothing is known but its day. */
function somewhereOn(date: LocalDate, facilityId: string): SessionVenue {
	const span = sessionTimes(date, '12:00', 60)
	const base = { ...span, facilityId, area: '' }
	const terms = { setting: 'hall', provides: [], groups: 1, people: null, track: 'family', approval: null } as const
	const audience = { units: null, securityLevels: null, legalStatuses: null }
	const session = { ...base, ...terms, ...audience, id: '', taken: { groups: 0, people: 0 } }
	return { ...base, kind: 'session', session, closures: [] }
}

// Practice: who waits for a place can be admitted at all; everything else is asked when there is a place.
import type { SessionPlace, Visit } from '../booking/asked.ts'
import { bookerNotInParty } from '../booking/booker-not-in-party.ts'
import { duplicateVisitor } from '../booking/duplicate-visitor.ts'
import { permitMissing } from '../booking/permit-missing.ts'
import { instantOf, type LocalDate } from '../calendar/oslo.ts'
import type { Policy } from '../policy.ts'
import type { Refusal } from '../refusals.ts'
import { sessionTimes } from '../sessions/session-times.ts'

/**
 * What stands against keeping a wish: the rules on who the party is, asked for the wish's first day. The others depend on the
 * place and the time, or may have changed by then: a wish that they stand against is kept, and skipped.
 */
export function wishRefusals(visit: Visit, firstDate: LocalDate, policy: Policy): Refusal[] {
	const asked = { visit, place: somewhereOn(firstDate, visit.prisoner.facilityId), holdRanOut: false }
	const day = instantOf(firstDate, '00:00')
	return [permitMissing, bookerNotInParty, duplicateVisitor]
		.map((rule) => rule(asked, policy, day))
		.filter((found) => found !== null)
}

/** A place of which nothing is known but its day. */
function somewhereOn(date: LocalDate, facilityId: string): SessionPlace {
	const span = sessionTimes(date, '12:00', 60)
	const base = { ...span, facilityId, area: '' }
	const terms = { setting: 'hall', provides: [], groups: 1, people: null, track: 'family', approval: null } as const
	const audience = { units: null, securityLevels: null, legalStatuses: null }
	const session = { ...base, ...terms, ...audience, id: '', taken: { groups: 0, people: 0 } }
	return { ...base, kind: 'session', session, closures: [] }
}

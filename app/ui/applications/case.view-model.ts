import { ageOn, type LocalDate } from '#app/domain/calendar/oslo.ts'
import { fullName, nameInList } from '#app/domain/person-name.ts'
import type { CaseDetails } from '#app/services/applications/queue.server.ts'
import { shownGuardian } from './guardian-name.tsx'

/** An application as the officer's page shows it. `decides`: whether this officer could grant it as it stands. */
export function casePage(found: CaseDetails, { decides, today }: { decides: boolean; today: LocalDate }) {
	const { application, visitor, applicant, prisoner, checks, missing, against } = found
	const { ref, version, state, typedNumber, typedName, relationship, guardianConsent, message, receivedAt } =
		application
	const { stated, match, linkedBy, obstacle, actions, list, deliveries } = found
	return {
		...{ ref, version, state, typedNumber, typedName, relationship, guardianConsent, message, receivedAt },
		...{ stated, match, linkedBy, obstacle, actions, list, deliveries },
		visitor: { name: fullName(visitor), age: ageOn(visitor.born, today) },
		guardian: shownGuardian({ visitor, applicant, prisoner }),
		prisoner: prisoner && `${prisoner.number} ${nameInList(prisoner)} (${prisoner.unit})`,
		checks: checks.map(({ kind, outcome, setAt, setByName, seen }) => ({
			...{ kind, outcome, setAt, setBy: setByName, seen },
		})),
		missing: missing.length,
		against: against.map(({ kind, outcome }) => ({ kind, outcome })),
		isRelated: decides && found.isRelated,
	}
}

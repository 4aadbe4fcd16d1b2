import type { CheckKind, CheckOutcome } from '#app/domain/applications/application.ts'
import { applicationStateFrom, checksAskedFor, missingChecks } from '#app/domain/applications/checks.ts'
import { sameName } from '#app/domain/applications/matching.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type ApplicationCase, selectChecks } from '#db/queries/applications/read.ts'
import { policyInForce } from '../policy.server.ts'

/**
 * How far an application is matched to the register: an officer linked it or number and name are one prisoner's; the number is
 * somebody's whose name differs; or nobody has that number.
 */
export type Match = 'matched' | 'name-differs' | 'none'

export function matchOf({ application, prisoner }: ApplicationCase): Match {
	if (!prisoner) return 'none'
	if (application.prisonerId === prisoner.id) return 'matched'
	return sameName(application.typedName, prisoner.givenName, prisoner.familyName) ? 'matched' : 'name-differs'
}

export interface CaseCheck {
	kind: CheckKind
	outcome: CheckOutcome
	setBy: string | null
	setAt: Date | null
}

/** The checks that the case asks for under the policy of the prisoner's facility, those not set still `open`. */
export async function checksOfCase(
	db: DbOrTx,
	one: ApplicationCase,
	now: Date,
): Promise<{ checks: CaseCheck[]; policy: Policy; missing: CheckKind[]; state: 'received' | 'ready' }> {
	const policy = await policyInForce(db, one.prisoner?.facilityId ?? noFacility, now)
	const set = (await selectChecks(db, [one.application.id])).get(one.application.id) ?? []
	const { track, officialKind } = one.application
	const asked = checksAskedFor({ born: one.visitor.born, today: localDate(now), track, officialKind, policy })
	const checks = asked.map(
		(kind): CaseCheck =>
			set.find((check) => check.kind === kind) ?? { kind, outcome: 'open', setBy: null, setAt: null },
	)
	return { checks, policy, missing: missingChecks(checks), state: applicationStateFrom(checks) }
}

/** No facility has it: its policy is the defaults. */
const noFacility = '00000000-0000-0000-0000-000000000000'

import type { CheckKind, CheckOutcome } from '#app/domain/applications/application.ts'
import { applicationStateFrom, missingChecks, requiredChecks } from '#app/domain/applications/checks.ts'
import { sameName } from '#app/domain/applications/matching.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { defaultPolicy, type Policy } from '#app/domain/policy.ts'
import { foldNumber } from '#app/domain/prisoners/prisoner-number.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type ApplicationCase, selectChecks } from '#db/queries/applications/read.ts'
import { policyInForce } from '../policy.server.ts'

/**
 * How far an application is matched to the register: number and name are one prisoner's; an officer linked it to somebody else
 * than was typed; the number is somebody's whose name differs; or nobody has that number.
 */
export type Match = 'matched' | 'linked' | 'name-differs' | 'none'

export function matchOf({ application, prisoner }: ApplicationCase): Match {
	if (!prisoner) return 'none'
	const isTyped =
		foldNumber(application.typedNumber) === foldNumber(prisoner.number) &&
		sameName(application.typedName, prisoner.givenName, prisoner.familyName)
	if (isTyped) return 'matched'
	return application.prisonerId === prisoner.id ? 'linked' : 'name-differs'
}

export function isMatched(one: ApplicationCase): boolean {
	const match = matchOf(one)
	return match === 'matched' || match === 'linked'
}

/** What a page showed of a check: who sends it along changes nothing that somebody else changed meanwhile. */
export function seenOf({ outcome, setAt }: Pick<CaseCheck, 'outcome' | 'setAt'>, prisonerRef: string | null): string {
	return [prisonerRef ?? '', outcome, setAt?.toISOString() ?? ''].join(' ')
}

export interface CaseCheck {
	kind: CheckKind
	outcome: CheckOutcome
	setBy: string | null
	setAt: Date | null
}

interface CheckedCase {
	checks: CaseCheck[]
	policy: Policy
	missing: CheckKind[]
	state: 'received' | 'ready'
}

/** The checks that the case asks for under the policy of the prisoner's facility, those not set still `open`. */
export async function checksOfCase(db: DbOrTx, one: ApplicationCase, now: Date): Promise<CheckedCase> {
	const policy = await policyInForce(db, facilityOf(one), now)
	const set = (await selectChecks(db, [one.application.id])).get(one.application.id) ?? []
	return checked(one, policy, set, now)
}

/** `checksOfCase` of many, in their order, with two reads for all. */
export async function checksOfCases(db: DbOrTx, cases: readonly ApplicationCase[], now: Date): Promise<CheckedCase[]> {
	const policies = new Map<string, Policy>()
	for (const id of new Set(cases.map(facilityOf))) policies.set(id, await policyInForce(db, id, now))
	const ids = cases.map(({ application }) => application.id)
	const set = await selectChecks(db, ids)
	return cases.map((one) =>
		checked(one, policies.get(facilityOf(one)) ?? defaultPolicy, set.get(one.application.id) ?? [], now),
	)
}

function checked(
	{ application, visitor, prisoner }: ApplicationCase,
	policy: Policy,
	set: readonly CaseCheck[],
	now: Date,
): CheckedCase {
	const { track, officialKind } = application
	const securityLevel = prisoner?.securityLevel ?? null
	const { born, birthDateSource, birthDateComparison, otherBirthDate } = visitor
	const birthDate = { born, birthDateSource, birthDateComparison, otherBirthDate }
	const asked = requiredChecks({
		...birthDate,
		today: localDate(now),
		track,
		officialKind,
		securityLevel,
		policy,
	})
	const checks = asked.map(
		(kind): CaseCheck =>
			set.find((check) => check.kind === kind) ?? { kind, outcome: 'open', setBy: null, setAt: null },
	)
	return { checks, policy, missing: missingChecks(checks), state: applicationStateFrom(checks) }
}

const facilityOf = ({ prisoner }: ApplicationCase): string => prisoner?.facilityId ?? noFacility

/** No facility has it: its policy is the defaults. */
const noFacility = '00000000-0000-0000-0000-000000000000'

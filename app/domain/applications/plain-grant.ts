// Forvaltningsloven §§ 24 and 25: a grant in spite of a check that speaks against it is reasoned, and seen by a second officer.
import type { Policy } from '../policy.ts'
import type { Check } from './application.ts'
import { missingChecks } from './checks.ts'

/** Why one officer may not grant an application alone, without reasons. */
export type GrantObstacle = 'checks-open' | 'checks-against' | 'second-officer'

/** The checks that speak against granting without limits. */
export function checksAgainst(checks: readonly Check[]): Check[] {
	return checks.filter(({ outcome }) => outcome === 'limits' || outcome === 'stop')
}

/** null when every check is clear and the facility asks for no second officer. */
export function plainGrantObstacle(
	checks: readonly Check[],
	{ fourEyes }: Pick<Policy, 'fourEyes'>,
): GrantObstacle | null {
	if (missingChecks(checks).length > 0) return 'checks-open'
	if (checksAgainst(checks).length > 0) return 'checks-against'
	return fourEyes.includes('granted') ? 'second-officer' : null
}

import type { Prisoner } from '../prisoners/prisoner.ts'
import type { Audience } from './visit-session.ts'

/** Whether a session or a room is for this prisoner: the unit, the security level and the legal status. */
export function isFor(audience: Audience, prisoner: Prisoner): boolean {
	return (
		(audience.units === null || audience.units.includes(prisoner.unit)) &&
		(audience.securityLevels === null || audience.securityLevels.includes(prisoner.securityLevel)) &&
		(audience.legalStatuses === null || audience.legalStatuses.includes(prisoner.legalStatus))
	)
}

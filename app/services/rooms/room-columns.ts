import { withImplied } from '#app/domain/permits/controls.ts'
import type { RoomTerms } from '#app/domain/rooms/room-terms.ts'
import type { RoomRow } from '#db/queries/rooms/read.ts'

/** A room's terms as its row keeps them: names trimmed, controls with what they bring along. */
export function roomColumns(terms: RoomTerms): Omit<RoomRow, 'id' | 'ref' | 'facilityId'> {
	return {
		name: terms.name.trim(),
		kind: terms.kind,
		people: terms.people,
		provides: withImplied(terms.provides),
		minHours: terms.minHours,
		maxHours: terms.maxHours,
		turnaroundMinutes: terms.turnaroundMinutes,
		opens: terms.opens,
		closes: terms.closes,
		units: terms.units && [...terms.units],
		securityLevels: terms.securityLevels && [...terms.securityLevels],
		legalStatuses: terms.legalStatuses && [...terms.legalStatuses],
		needsConsents: [...terms.needsConsents],
		features: [...terms.features],
	}
}

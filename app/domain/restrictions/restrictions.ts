import type { Span } from '../calendar/span.ts'

export const courtRestrictionTypes = ['visit-ban', 'police-control', 'phone-ban', 'letter-ban', 'isolation'] as const
export type CourtRestrictionType = (typeof courtRestrictionTypes)[number]

/** Whose word a restriction rests on. */
export const restrictionSources = ['court', 'police', 'prosecution', 'prison', 'person-concerned'] as const
export type RestrictionSource = (typeof restrictionSources)[number]

/** A court's order on a prisoner (straffeprosessloven §§ 186, 186a). Ends by itself; a renewal is a new order. */
export interface CourtRestriction extends Span {
	id: string
	type: CourtRestrictionType
	/** Visitors whom the order excepts. */
	except: readonly string[]
	/** Whether the order names counsel and authorities too. */
	coversOfficial: boolean
}

/** A facility's time-limited ban on a visitor; `facilityId` null means every facility. */
export interface Ban extends Span {
	id: string
	visitorId: string
	facilityId: string | null
}

/** A restraining order between a visitor and the prisoner (straffeprosessloven § 222a, straffeloven § 57). */
export interface ProtectiveOrder {
	id: string
	visitorId: string
	start: Date
	/** null where the order names no last day. */
	end: Date | null
	/** Its time does not run while the prisoner serves: it never ends by itself before a release. */
	clockStopped: boolean
}

export function inForceAt(order: Span, instant: Date): boolean {
	return order.start <= instant && instant < order.end
}

import type { LocalDate } from '../calendar/oslo.ts'
import type { Span } from '../calendar/span.ts'
import type { Control } from '../permits/controls.ts'
import type { Track } from '../permits/permit.ts'
import type { LegalStatus, SecurityLevel } from '../prisoners/prisoner.ts'

export const settings = ['private-room', 'hall', 'booth', 'outdoor', 'video'] as const
export type Setting = (typeof settings)[number]

export const approvals = ['instant', 'request'] as const
export type Approval = (typeof approvals)[number]

/** Whom a session or a room is for; null means all. */
export interface Audience {
	units: readonly string[] | null
	securityLevels: readonly SecurityLevel[] | null
	legalStatuses: readonly LegalStatus[] | null
}

/** A closure of a facility, a unit, a room, a session, or of everything on some days. Both dates count. */
export interface Closure {
	id: string
	first: LocalDate | null
	last: LocalDate | null
	unit: string | null
	roomId: string | null
	sessionId: string | null
}

/** One dated session, as the rules see it. */
export interface VisitSession extends Span, Audience {
	id: string
	facilityId: string
	/** Two that share it are in the same place at the same time. */
	area: string
	setting: Setting
	provides: readonly Control[]
	groups: number
	/** Visitors at once; null when only groups are counted. */
	people: number | null
	track: Track
	/** null: as the facility's policy says. */
	approval: Approval | null
	/** What others hold of it: live bookings, live holds and open offers, without what this request would replace. */
	taken: { groups: number; people: number }
}

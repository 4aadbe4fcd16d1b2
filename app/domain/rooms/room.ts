import type { Span } from '../calendar/span.ts'
import type { Control } from '../permits/controls.ts'
import type { Audience } from '../timetable/visit-session.ts'

export const stayConsents = ['guardian', 'child-welfare', 'children-officer'] as const
export type StayConsent = (typeof stayConsents)[number]

export const roomKinds = ['play-room', 'family-room', 'outdoor-area', 'visiting-house', 'visiting-flat'] as const
export type RoomKind = (typeof roomKinds)[number]

/** Where one may stay the night: the opening hours then bound when a stay begins and ends, not the night between. */
export const overnightKinds: readonly RoomKind[] = ['visiting-house', 'visiting-flat']

/** A room that one party reserves for a time range, never shared. */
export interface Room extends Audience {
	id: string
	facilityId: string
	kind: RoomKind
	people: number
	provides: readonly Control[]
	/** Real elapsed hours. */
	minHours: number
	maxHours: number
	/** Minutes kept free before and after each reservation. */
	turnaroundMinutes: number
	/** Local times of day, `HH:MM`; `24:00` is midnight at the day's end. */
	opens: string
	closes: string
	needsConsents: readonly StayConsent[]
	/** Others' live reservations around the asked range, without what this request would replace. */
	reservations: readonly Span[]
}

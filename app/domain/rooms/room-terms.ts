import type { Control } from '../permits/controls.ts'
import type { Audience } from '../timetable/visit-session.ts'
import type { RoomKind, StayConsent } from './room.ts'

/** What officers set for a room. */
export interface RoomTerms extends Audience {
	name: string
	kind: RoomKind
	people: number
	provides: readonly Control[]
	/** Real hours. */
	minHours: number
	maxHours: number
	/** Minutes kept free between two stays. */
	turnaroundMinutes: number
	/** Local times of day, `HH:MM`; `24:00` is midnight at the day's end. */
	opens: string
	closes: string
	needsConsents: readonly StayConsent[]
	/** What there is, as text keys. */
	features: readonly string[]
}

export type RoomField = keyof RoomTerms

const isWhole = (value: number, least: number, most: number) =>
	Number.isInteger(value) && value >= least && value <= most
const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
const isAllOrSome = (list: readonly string[] | null) => list === null || list.length > 0

/** The fields that cannot stand as they are; none when the room can be kept. */
export function faultyRoomFields(room: RoomTerms): RoomField[] {
	const checks: readonly [RoomField, boolean][] = [
		['name', room.name.trim() !== ''],
		['people', isWhole(room.people, 1, 1000)],
		['minHours', isWhole(room.minHours, 1, 24 * 14)],
		['maxHours', isWhole(room.maxHours, room.minHours, 24 * 14)],
		['turnaroundMinutes', isWhole(room.turnaroundMinutes, 0, 24 * 60)],
		['opens', isTime(room.opens)],
		['closes', (isTime(room.closes) || room.closes === '24:00') && room.closes > room.opens],
		['units', isAllOrSome(room.units)],
		['securityLevels', isAllOrSome(room.securityLevels)],
		['legalStatuses', isAllOrSome(room.legalStatuses)],
	]
	return checks.filter(([, holds]) => !holds).map(([field]) => field)
}

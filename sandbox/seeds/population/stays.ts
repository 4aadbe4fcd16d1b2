import { addDays, daysBetween, instantOf, type LocalDate } from '#app/domain/calendar/oslo.ts'
import type { Policy } from '#app/domain/policy.ts'
import { overnightKinds } from '#app/domain/rooms/room.ts'
import type { RoomRow } from './slot.ts'
import type { Household, WeekPlan } from './week.ts'

/** Far from any date, so that turns can be counted from it. */
const firstWeek = '2001-01-01'

/**
 * The stay of a week's weekend: the prisoners of a facility, always the same ones, have their turn one after another. Null
 * where they are so few that the rest between two stays of one of them would be too short, where the room is closed, and where
 * `isHere` says that who has the turn cannot have it.
 */
export function stayOfWeek(
	policy: Policy,
	room: RoomRow,
	households: readonly Household[],
	monday: LocalDate,
	isClosed: (date: LocalDate) => boolean,
	isHere: (household: Household) => boolean,
): WeekPlan['stay'] {
	const able = households.filter(
		({ prisoner, adults }) => adults.length > 0 && prisoner.securityLevel !== 'special-high',
	)
	if (able.length * 7 <= policy.restDaysBetweenStays + 7) return null
	const household = able[(daysBetween(firstWeek, monday) / 7) % able.length]
	const saturday = addDays(monday, 5)
	const overNight = overnightKinds.includes(room.kind)
	const dates = overNight ? [saturday, addDays(saturday, 1)] : [saturday]
	if (!household || !isHere(household) || dates.some(isClosed)) return null
	const span = overNight
		? { start: instantOf(saturday, '12:00'), end: instantOf(addDays(saturday, 1), '12:00') }
		: { start: instantOf(saturday, '16:00'), end: instantOf(saturday, '18:00') }
	return { household, room, span, dates }
}

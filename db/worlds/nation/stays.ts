import { addDays, daysBetween, instantOf, type LocalDate } from '#app/domain/calendar/oslo.ts'
import type { NationFacility } from './facilities.ts'
import type { RoomRow } from './timetable.ts'
import type { Household, WeekAsk } from './week.ts'

/** Far from any date, so that turns can be counted from it. */
const firstWeek = '2001-01-01'

/**
 * The stay of a week's weekend: prisoners have their turn one after another. Null where so few are there that the rest between
 * two stays of one of them would be too short, and where the room is closed.
 */
export function stayOfWeek(
	{ level, policy }: NationFacility,
	room: RoomRow,
	households: readonly Household[],
	monday: LocalDate,
	isClosed: (date: LocalDate) => boolean,
): WeekAsk['stay'] {
	const able = households.filter(({ inmate, adults }) => adults.length > 0 && inmate.securityLevel !== 'special-high')
	if (able.length * 7 <= policy.restDaysBetweenStays + 7) return null
	const household = able[(daysBetween(firstWeek, monday) / 7) % able.length]
	const saturday = addDays(monday, 5)
	const overNight = level !== 'high'
	const dates = overNight ? [saturday, addDays(saturday, 1)] : [saturday]
	if (!household || dates.some(isClosed)) return null
	const span = overNight
		? { start: instantOf(saturday, '12:00'), end: instantOf(addDays(saturday, 1), '12:00') }
		: { start: instantOf(saturday, '16:00'), end: instantOf(saturday, '18:00') }
	return { household, room, span, dates }
}

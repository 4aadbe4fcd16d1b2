import { addDays, eachDate, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { selectClosuresAhead } from '#db/queries/timetable/closures-ahead.ts'
import { selectReviewsInSessions } from '#db/queries/timetable/reviews-in-sessions.ts'
import type { TimetableSession } from '#db/queries/timetable/sessions.ts'
import type { Ctx } from '../context.ts'
import { timetableWeek } from './see-timetable.server.ts'

/** A session as the grid shows it. */
export interface GridSession {
	ref: string
	start: Date
	end: Date
	setting: Setting
	taken: number
	groups: number
	people: number
	/** A closure names it, or its day is closed for the whole facility. */
	closed: boolean
	/** Its visits under review. */
	reviews: number
}

export interface WeekGrid {
	monday: LocalDate
	dates: LocalDate[]
	/** By area, as its sessions are called: those of each of the dates, in order of time. */
	areas: { area: string; days: GridSession[][] }[]
}

/** The officers' week grid. Nobody's record is in it. @throws ServiceError `not-allowed` */
export async function weekGrid(ctx: Ctx, facilityId: string, date: LocalDate): Promise<WeekGrid> {
	const { monday, areas } = await timetableWeek(ctx, { facilityId, date })
	const dates = eachDate(monday, addDays(monday, 6))
	const reviews = await selectReviewsInSessions(ctx.db, facilityId)
	const closures = await selectClosuresAhead(ctx.db, facilityId, monday, ctx.now)
	const isClosed = (day: LocalDate) =>
		closures.some(
			({ firstDate, lastDate, unit, room }) =>
				firstDate !== null &&
				lastDate !== null &&
				unit === null &&
				room === null &&
				firstDate <= day &&
				day <= lastDate,
		)
	const shown = ({ session, calledOff }: TimetableSession): GridSession => ({
		ref: session.ref,
		start: session.startsAt,
		end: session.endsAt,
		setting: session.setting,
		taken: session.takenGroups,
		groups: session.groups,
		people: session.takenPeople,
		closed: calledOff || isClosed(localDate(session.startsAt)),
		reviews: reviews.get(session.id) ?? 0,
	})
	return {
		monday,
		dates,
		areas: areas.map(({ area, days }) => ({
			area: days.flatMap(({ sessions }) => sessions).find(({ template }) => template)?.template?.name ?? area,
			days: days.map(({ sessions }) => sessions.map(shown)),
		})),
	}
}

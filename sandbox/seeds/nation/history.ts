import { closesOn } from '#app/domain/calendar/closed-days.ts'
import { addDays, type LocalDate, localDate, mondayOf } from '#app/domain/calendar/oslo.ts'
import { sessionHorizon } from '#app/domain/timetable/horizon.ts'
import { addBookingRows, type BookingRows, spanOf } from '../population/booking-rows.ts'
import type { Counsel } from '../population/counsel.ts'
import { stayOfWeek } from '../population/stays.ts'
import { fillWeek, type Household, type WeekPlan } from '../population/week.ts'
import type { Random } from '../random.ts'
import type { SeededIds } from '../seeded-ids.ts'
import type { NationFacility } from './facilities.ts'
import { outcomeOf } from './outcome.ts'
import { type NationPlan, shareOf } from './size.ts'
import type { NationTimetable, SessionRow } from './timetable.ts'

export interface FacilityHistory extends BookingRows {
	sessions: SessionRow[]
}

interface HistoryInput {
	facility: NationFacility
	timetable: NationTimetable
	households: readonly Household[]
	counsels: readonly Counsel[]
	plan: NationPlan
	/** Bookings to be made in the weeks gone by and in those ahead. */
	quota: { past: number; ahead: number }
	now: Date
	random: Random
	ids: SeededIds
}

/** All sessions of a facility, from the first week up to the horizon, with the visits in them. */
export function historyOf(asked: HistoryInput): FacilityHistory {
	const { facility, timetable, plan, quota, now, random } = asked
	const rows: FacilityHistory = { sessions: [], bookings: [], party: [] }
	const closed = new Map<LocalDate, boolean>()
	const isClosed = (date: LocalDate) => {
		const known = closed.get(date) ?? facility.policy.closedDays.some((line) => closesOn(line, date))
		closed.set(date, known)
		return known
	}
	const fill = (
		monday: LocalDate,
		ask: Pick<WeekPlan, 'households' | 'counsels' | 'quota' | 'each'>,
		last: LocalDate,
	) => {
		const all = timetable.week(monday, horizon)
		const visits = fillWeek({
			...ask,
			places: all.filter(({ date }) => date <= last),
			stay:
				addDays(monday, 6) <= last
					? stayOfWeek(facility.policy, timetable.room, asked.households, monday, isClosed, (one) =>
							ask.households.includes(one),
						)
					: null,
			isClosed,
			random,
		})
		for (const visit of visits)
			addBookingRows(rows, visit, outcomeOf(spanOf(visit), facility.policy, now, random), asked.ids)
		rows.sessions.push(...all.map(({ row }) => row))
		return visits.length
	}
	const horizon = sessionHorizon(localDate(now), facility.policy)
	const inThePast = { households: asked.households, counsels: asked.counsels, each: 2 }
	let missed = 0
	for (const [index, monday] of plan.pastWeeks.entries()) {
		const wanted = shareOf(quota.past, index, plan.pastWeeks.length) + missed
		missed = wanted - fill(monday, { ...inThePast, quota: wanted }, horizon)
	}
	const ahead = { ...onlyThoseHere(asked), each: 1 }
	for (const [index, monday] of plan.weeksAhead.entries()) {
		const wanted = shareOf(quota.ahead, index, plan.weeksAhead.length) + missed
		missed = wanted - fill(monday, { ...ahead, quota: wanted }, plan.lastDate)
	}
	const firstEmpty = addDays(mondayOf(plan.lastDate), 7)
	for (let monday = firstEmpty; monday <= horizon; monday = addDays(monday, 7))
		rows.sessions.push(...timetable.week(monday, horizon).map(({ row }) => row))
	return rows
}

/** Who is out or released has visits behind them and none ahead. */
function onlyThoseHere({ households, counsels }: HistoryInput): Pick<WeekPlan, 'households' | 'counsels'> {
	return {
		households: households.filter(({ prisoner }) => prisoner.custody === 'in'),
		counsels: counsels.map(({ clients }) => ({ clients: clients.filter(({ prisoner }) => prisoner.custody === 'in') })),
	}
}

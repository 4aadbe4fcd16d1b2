import { and, asc, eq } from 'drizzle-orm'
import { closesOn } from '#app/domain/calendar/closed-days.ts'
import { addDays, type LocalDate, localDate, mondayOf } from '#app/domain/calendar/oslo.ts'
import type { Policy } from '#app/domain/policy.ts'
import { policyInForce } from '#app/services/policy.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { booking, bookingVisitor, room, visitSession } from '#db/schema/index.ts'
import { insertRows } from '../insert.ts'
import { addBookingRows, type BookingRows, spanOf } from '../population/booking-rows.ts'
import type { Counsel } from '../population/counsel.ts'
import type { SessionSlot } from '../population/slot.ts'
import { stayOfWeek } from '../population/stays.ts'
import { fillWeek, type Household } from '../population/week.ts'
import type { Random } from '../random.ts'
import type { SeededIds } from '../seeded-ids.ts'
import { outcomes } from './outcomes.ts'
import type { PopulationFamily } from './population.ts'

export const weeksOfHistory = 8

/** Of a facility's families, how many come in a week that has gone by, and in this week and those after it. */
const pastShare = 0.6
const sharesAhead = [0.55, 0.5, 0.4, 0.3, 0.15]
/** Visits behind glass in a week ahead: the booths are few, and somebody to sign in as needs one. */
const behindGlassAhead = 2

interface VisitsInput {
	facilityId: string
	families: readonly PopulationFamily[]
	counsels: readonly Counsel[]
	/** The room that families stay in. */
	roomKind: 'visiting-house' | 'play-room' | 'family-room'
	now: Date
	random: Random
	ids: SeededIds
}

/** The visits of a facility's population: weeks that have gone by, and the weeks ahead as far as families see. Returns how many. */
export async function addVisits(tx: DbOrTx, asked: VisitsInput): Promise<number> {
	const { facilityId, now, random, ids } = asked
	const policy = await policyInForce(tx, facilityId, now)
	const places = await placesOf(tx, facilityId)
	const [stayRoom] = await tx
		.select()
		.from(room)
		.where(and(eq(room.facilityId, facilityId), eq(room.kind, asked.roomKind)))
	const all = householdsOf(asked.families)
	const outcomeOf = outcomes(policy, now, random)
	const rows: BookingRows = { bookings: [], party: [] }
	const isClosed = (date: LocalDate) => policy.closedDays.some((line) => closesOn(line, date))
	for (const { monday, last, share, ahead } of weeksAround(now, policy)) {
		const households = ahead < 0 ? all : comingHouseholds(all)
		const counsels = ahead < 0 ? asked.counsels : comingCounsels(asked.counsels)
		const quota = Math.round(households.length * share)
		// The room of this week is left to those who sign in: a free night next to another's stay has but few ends.
		const stays = stayRoom && ahead !== 0 && addDays(monday, 6) <= last
		const visits = fillWeek({
			households,
			counsels,
			places: places.filter(({ date }) => date >= monday && date <= last),
			stay: stays ? stayOfWeek(policy, stayRoom, all, monday, isClosed, (one) => households.includes(one)) : null,
			quota,
			each: 1,
			isClosed,
			random,
		})
		for (const visit of visits)
			addBookingRows(rows, visit, outcomeOf(spanOf(visit), visit.official || 'room' in visit.at), ids)
	}
	await insertRows(tx, booking, rows.bookings)
	await insertRows(tx, bookingVisitor, rows.party)
	return rows.bookings.length
}

function weeksAround(now: Date, { maxDaysAhead }: Policy) {
	const today = localDate(now)
	const lastDate = addDays(today, maxDaysAhead)
	const thisWeek = mondayOf(today)
	return Array.from({ length: weeksOfHistory + sharesAhead.length }, (_, index) => {
		const ahead = index - weeksOfHistory
		const monday = addDays(thisWeek, 7 * ahead)
		const [last = lastDate] = [addDays(monday, 6), lastDate].sort()
		return { monday, last, share: sharesAhead[ahead] ?? pastShare, ahead }
	}).filter(({ monday }) => monday <= lastDate)
}

async function placesOf(tx: DbOrTx, facilityId: string): Promise<SessionSlot[]> {
	const rows = await tx
		.select()
		.from(visitSession)
		.where(eq(visitSession.facilityId, facilityId))
		.orderBy(asc(visitSession.startsAt), asc(visitSession.area))
	return rows.flatMap((row) => {
		const kind = kindOf(row)
		if (kind === null) return []
		const { groups, people, units } = row
		return [
			{
				row,
				date: localDate(row.startsAt),
				kind,
				units,
				groupsLeft: groups,
				peopleLeft: people ?? Number.POSITIVE_INFINITY,
			},
		]
	})
}

/** Null: it is stricter than what the population's permits ask for, so that nobody is booked there unasked. */
function kindOf({ track, provides }: typeof visitSession.$inferSelect): SessionSlot['kind'] | null {
	if (track === 'official') return provides.includes('no-touch') ? null : 'official'
	if (provides.includes('glass')) return 'glass'
	return provides.includes('no-touch') ? null : 'ordinary'
}

function householdsOf(families: readonly PopulationFamily[]): Household[] {
	return families.map(({ prisoner, members }) => {
		const holding = members.filter(({ holds }) => holds)
		return {
			prisoner,
			adults: holding.filter(({ adult }) => adult),
			children: holding.filter(({ adult }) => !adult),
			nonAssociatedWith: null,
		}
	})
}

/** Who is released has visits behind them and none ahead. */
function comingHouseholds(all: readonly Household[]): Household[] {
	const here = all.filter(({ prisoner }) => prisoner.custody === 'in')
	const behindGlass = here.filter(({ prisoner }) => prisoner.securityLevel === 'special-high').slice(behindGlassAhead)
	return here.filter((household) => !behindGlass.includes(household))
}

function comingCounsels(counsels: readonly Counsel[]): Counsel[] {
	return counsels.map(({ clients }) => ({ clients: clients.filter(({ prisoner }) => prisoner.custody === 'in') }))
}

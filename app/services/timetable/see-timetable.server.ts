import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { addDays, eachDate, instantOf, type LocalDate, localDate, mondayOf } from '#app/domain/calendar/oslo.ts'
import { selectSessions, type TimetableSession } from '#db/queries/timetable/sessions.ts'
import { selectTemplates, type TemplateRow } from '#db/queries/timetable/templates.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'

/** A week of one area: its sessions by day, in order of time. */
export interface AreaWeek {
	area: string
	days: { date: LocalDate; sessions: TimetableSession[] }[]
}

/**
 * The week grid of a facility: for each area in use its seven days, from the Monday of the week that a date lies in.
 *
 * @throws ServiceError `not-allowed`
 */
export async function timetableWeek(
	ctx: Ctx,
	request: { facilityId: string; date: LocalDate },
): Promise<{ monday: LocalDate; areas: AreaWeek[] }> {
	requireSight(ctx, request.facilityId)
	const monday = mondayOf(request.date)
	const dates = eachDate(monday, addDays(monday, 6))
	const sessions = await between(ctx, request.facilityId, monday, addDays(monday, 7))
	const areas = [...new Set(sessions.map(({ session }) => session.area))].sort()
	const weekOf = (area: string): AreaWeek => ({
		area,
		days: dates.map((date) => ({
			date,
			sessions: sessions.filter(({ session }) => session.area === area && localDate(session.startsAt) === date),
		})),
	})
	return { monday, areas: areas.map(weekOf) }
}

/**
 * The sessions of a day, in order of time.
 *
 * @throws ServiceError `not-allowed`
 */
export async function timetableDay(
	ctx: Ctx,
	request: { facilityId: string; date: LocalDate },
): Promise<TimetableSession[]> {
	requireSight(ctx, request.facilityId)
	return between(ctx, request.facilityId, request.date, addDays(request.date, 1))
}

/**
 * The weekly timetable itself: its rows that have not come to their end.
 *
 * @throws ServiceError `not-allowed`
 */
export async function timetableTemplates(ctx: Ctx, facilityId: string): Promise<TemplateRow[]> {
	requireSight(ctx, facilityId)
	return selectTemplates(ctx.db, { facilityId, today: localDate(ctx.now) })
}

/** The timetable is seen by those who keep it and by those who handle the visits in it. No visitor is named in it. */
function requireSight(ctx: Ctx, facilityId: string): void {
	const { actor } = ctx
	const keepsIt = actor.kind === 'officer' && hasPermission(rolesIn(actor.grants, facilityId), 'see-timetable')
	if (!keepsIt) requireOfficer(ctx, 'see-bookings', facilityId)
}

async function between(ctx: Ctx, facilityId: string, first: LocalDate, after: LocalDate): Promise<TimetableSession[]> {
	const from = instantOf(first, '00:00')
	const sessions = await selectSessions(ctx.db, { facilityId, from, until: instantOf(after, '00:00') })
	// One that began the evening before belongs to its own day.
	return sessions.filter(({ session }) => session.startsAt >= from)
}

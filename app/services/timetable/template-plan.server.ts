import { createHash } from 'node:crypto'
import { addDays, instantOf, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import { overlaps, type Span } from '#app/domain/calendar/span.ts'
import { sessionHorizon } from '#app/domain/timetable/horizon.ts'
import { sessionTimes } from '#app/domain/timetable/session-times.ts'
import type { Template } from '#app/domain/timetable/template.ts'
import { changeOfSessions, type SessionChange } from '#app/domain/timetable/template-change.ts'
import { templateDates } from '#app/domain/timetable/template-dates.ts'
import type { DbOrTx } from '#db/client.server.ts'
import {
	type GeneratedSession,
	type LiveBooking,
	selectGeneratedSessions,
	selectLiveBookings,
	selectSessions,
	type TimetableSession,
} from '#db/queries/timetable/sessions.ts'
import type { TemplateRow } from '#db/queries/timetable/templates.ts'
import { policyInForce } from '../policy.server.ts'

/** The reason by which a change of the timetable calls a session off; by it, a later change finds it again. */
export const timetableChanged = 'timetable-changed'

/** What a change of a template does to one of its timetable. */
export interface PlannedSession extends GeneratedSession {
	/** What changes; null when the session is called off. */
	change: SessionChange | null
	bookings: LiveBooking[]
	/** What it takes would be less than what is taken. */
	capacityBelowTaken: boolean
	/** Other sessions in the same area at the same time. */
	overlaps: TimetableSession[]
}

export interface TemplatePlan {
	/** Sessions that change or are called off, in order of time. */
	touched: PlannedSession[]
	/** Sessions that a former change had called off and that are of the template again. */
	restored: GeneratedSession[]
	/** Dates on which new sessions will be made, with what they would overlap. */
	created: { date: LocalDate; overlaps: TimetableSession[] }[]
	/** Says whether a plan seen before is still the same. */
	fingerprint: string
}

/** Works out what becomes of a template's sessions, as they stand now, when it is changed. Writes nothing. */
export async function planTemplateChange(
	db: DbOrTx,
	before: TemplateRow,
	after: TemplateRow,
	now: Date,
): Promise<TemplatePlan> {
	const sessions = await selectGeneratedSessions(db, { templateId: before.id, now, reason: timetableChanged })
	const asCreated = sessions.map(({ session }) => ({ ...session, start: session.startsAt, end: session.endsAt }))
	const { changed, dropped } = changeOfSessions(before, after, asCreated, now)
	const bookings = await selectLiveBookings(db, [...changed.map(({ id }) => id), ...dropped])
	const created = await newDates(db, after, [...sessions.map(({ session }) => session.templateDate)], changed, now)
	const neighbours = await selectNeighbours(db, after, sessions, created)

	const touched = sessions.flatMap((created): PlannedSession[] => {
		const change = changed.find(({ id }) => id === created.session.id) ?? null
		const isDropped = dropped.includes(created.session.id) && !created.calledOff
		if (!change && !isDropped) return []
		const becomes = { ...created.session, ...change?.terms }
		const span = { start: change?.start ?? created.session.startsAt, end: change?.end ?? created.session.endsAt }
		return [
			{
				...created,
				change,
				bookings: bookings.filter(({ sessionId }) => sessionId === created.session.id),
				capacityBelowTaken:
					becomes.takenGroups > becomes.groups || (becomes.people !== null && becomes.takenPeople > becomes.people),
				overlaps: change ? inTheWay(neighbours, becomes.area, span) : [],
			},
		]
	})
	const restored = sessions.filter(({ session, closureId }) => closureId !== null && !dropped.includes(session.id))
	const plan = {
		touched,
		restored,
		created: created.map((date) => ({ date, overlaps: inTheWay(neighbours, after.area, timesOf(after, date)) })),
	}
	return { ...plan, fingerprint: fingerprint(after, plan) }
}

async function newDates(
	db: DbOrTx,
	after: TemplateRow,
	there: readonly LocalDate[],
	changed: readonly SessionChange[],
	now: Date,
): Promise<LocalDate[]> {
	const today = localDate(now)
	const last = sessionHorizon(today, await policyInForce(db, after.facilityId, now))
	const taken = [...there, ...changed.map(({ templateDate }) => templateDate)]
	return templateDates(after, today, last).filter((date) => !taken.includes(date) && timesOf(after, date).start > now)
}

/** The sessions of the facility's other templates, and those made by hand, around the template's own. */
async function selectNeighbours(
	db: DbOrTx,
	after: TemplateRow,
	sessions: readonly GeneratedSession[],
	created: readonly LocalDate[],
): Promise<TimetableSession[]> {
	const days = [...sessions.map(({ session }) => localDate(session.startsAt)), ...created].sort()
	const [first, last] = [days[0], days.at(-1)]
	if (first === undefined || last === undefined) return []
	// A session may move within its week.
	const from = instantOf(addDays(first, -7), '00:00')
	const until = instantOf(addDays(last, 8), '00:00')
	const all = await selectSessions(db, { facilityId: after.facilityId, from, until })
	return all.filter(({ session, calledOff }) => session.templateId !== after.id && !calledOff)
}

function inTheWay(neighbours: readonly TimetableSession[], area: string, span: Span): TimetableSession[] {
	return neighbours.filter(
		({ session }) => session.area === area && overlaps({ start: session.startsAt, end: session.endsAt }, span),
	)
}

function timesOf(template: Pick<Template, 'startTime' | 'minutes'>, date: LocalDate): Span {
	return sessionTimes(date, template.startTime, template.minutes)
}

function fingerprint(after: TemplateRow, plan: Omit<TemplatePlan, 'fingerprint'>): string {
	const what = [
		after,
		plan.touched.map(({ session, change, bookings }) => [session.id, change, bookings.map(({ id }) => id)]),
		plan.restored.map(({ session }) => session.id),
		plan.created.map(({ date }) => date),
	]
	return createHash('sha256').update(JSON.stringify(what)).digest('base64url')
}

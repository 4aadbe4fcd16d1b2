import { addDays, isoWeek, type LocalDate, mondayOf } from '../calendar/oslo.ts'
import type { Span } from '../calendar/span.ts'
import { sessionTimes } from './session-times.ts'
import type { SessionTerms, Template } from './template.ts'
import { templateDates } from './template-dates.ts'

/** A session of a template that has not begun, as it stands now. */
export interface TemplateSession extends Span, SessionTerms {
	id: string
	/** The date of the timetable that it was made for, wherever an officer has moved it since. */
	templateDate: LocalDate
}

/** What becomes of one session: only what differs from how it stands. */
export interface SessionChange {
	id: string
	templateDate: LocalDate
	start?: Date
	end?: Date
	terms: Partial<SessionTerms>
}

export interface TimetableChange {
	changed: SessionChange[]
	/** Sessions on dates that are no longer of the template, by id. */
	dropped: string[]
}

const termNames = [
	'setting',
	'area',
	'provides',
	'groups',
	'people',
	'units',
	'securityLevels',
	'legalStatuses',
	'track',
	'approval',
] as const satisfies readonly (keyof SessionTerms)[]

/**
 * What a change of a template does to its sessions to come. Only what the change touches is changed, and what an officer had
 * set for one session by hand stays. A session whose day has gone follows to the day of the same week that took its place;
 * nothing is moved to a time that has passed.
 */
export function changeOfSessions(
	before: Template,
	after: Template,
	sessions: readonly TemplateSession[],
	now: Date,
): TimetableChange {
	const stored = sessions.map((session) => session.templateDate).sort()
	const [first, last] = [stored[0], stored.at(-1)]
	if (first === undefined || last === undefined) return { changed: [], dropped: [] }
	const dates = templateDates(after, mondayOf(first), addDays(mondayOf(last), 6))
	const free = dates.filter(
		(date) => !stored.includes(date) && sessionTimes(date, after.startTime, after.minutes).start > now,
	)
	const dateFor = ({ templateDate }: TemplateSession) =>
		dates.includes(templateDate) ? templateDate : free.find((date) => isoWeek(date) === isoWeek(templateDate))

	const changed: SessionChange[] = []
	const dropped: string[] = []
	for (const session of sessions) {
		const templateDate = dateFor(session)
		if (templateDate === undefined) {
			dropped.push(session.id)
			continue
		}
		const times = newTimes(before, after, session, templateDate, now)
		const terms = newTerms(before, after, session)
		const differs = templateDate !== session.templateDate || times.start !== undefined || Object.keys(terms).length > 0
		if (differs) changed.push({ id: session.id, templateDate, ...times, terms })
	}
	return { changed, dropped }
}

function newTimes(
	before: Template,
	after: Template,
	session: TemplateSession,
	date: LocalDate,
	now: Date,
): Partial<Span> {
	const was = sessionTimes(session.templateDate, before.startTime, before.minutes)
	const becomes = sessionTimes(date, after.startTime, after.minutes)
	return sameSpan(session, was) && !sameSpan(becomes, was) && becomes.start > now ? becomes : {}
}

function newTerms(before: Template, after: Template, session: TemplateSession): Partial<SessionTerms> {
	const touched = termNames.filter((name) => !equal(before[name], after[name]) && equal(session[name], before[name]))
	return Object.fromEntries(touched.map((name) => [name, after[name]]))
}

function sameSpan(one: Span, other: Span): boolean {
	return one.start.getTime() === other.start.getTime() && one.end.getTime() === other.end.getTime()
}

function equal(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other)
}

import { type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import { sessionTimes } from '#app/domain/timetable/session-times.ts'
import { templateDates } from '#app/domain/timetable/template-dates.ts'
import { newId, newRef } from '#db/ids.ts'
import type { TemplateRow } from '#db/queries/timetable/templates.ts'
import type { NewSession } from '#db/queries/timetable/write-sessions.ts'

/** The rows of a template's sessions between two dates. Those that have begun are left out, unless the past is asked for. */
export function sessionRows(
	template: TemplateRow,
	range: { first: LocalDate; last: LocalDate },
	now: Date,
): NewSession[] {
	const asksForPast = range.first < localDate(now)
	return templateDates(template, range.first, range.last)
		.map((date) => sessionRow(template, date, now))
		.filter((row) => asksForPast || row.startsAt > now)
}

function sessionRow(template: TemplateRow, date: LocalDate, now: Date): NewSession {
	const { start, end } = sessionTimes(date, template.startTime, template.minutes)
	return {
		id: newId(now),
		ref: newRef(),
		facilityId: template.facilityId,
		templateId: template.id,
		templateDate: date,
		startsAt: start,
		endsAt: end,
		setting: template.setting,
		area: template.area,
		provides: template.provides,
		groups: template.groups,
		people: template.people,
		units: template.units,
		securityLevels: template.securityLevels,
		legalStatuses: template.legalStatuses,
		track: template.track,
		approval: template.approval,
	}
}

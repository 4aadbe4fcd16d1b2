import { withImplied } from '#app/domain/permits/controls.ts'
import type { Template } from '#app/domain/timetable/template.ts'
import type { TemplateRow } from '#db/queries/timetable/templates.ts'

/** A template as its row keeps it: names trimmed, controls with what they bring along. */
export function templateColumns(template: Template): Omit<TemplateRow, 'id' | 'ref' | 'facilityId'> {
	return {
		name: template.name.trim(),
		weekday: template.weekday,
		startTime: template.startTime,
		minutes: template.minutes,
		everyWeeks: template.everyWeeks,
		validFrom: template.validFrom,
		validTo: template.validTo,
		setting: template.setting,
		area: template.area.trim(),
		provides: withImplied(template.provides),
		groups: template.groups,
		people: template.people,
		units: template.units && [...template.units],
		securityLevels: template.securityLevels && [...template.securityLevels],
		legalStatuses: template.legalStatuses && [...template.legalStatuses],
		track: template.track,
		approval: template.approval,
	}
}

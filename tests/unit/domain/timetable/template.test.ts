import { expect, it } from 'vitest'
import { faultyFields, type Template } from '#app/domain/timetable/template.ts'
import { template } from './weekly.ts'

it('finds nothing wrong with an ordinary template', () => {
	expect(faultyFields(template())).toEqual([])
	expect(faultyFields(template({ validTo: '2026-11-23', people: 12, units: ['A'] }))).toEqual([])
})

const faulty: [Partial<Template>, string][] = [
	[{ name: ' ' }, 'name'],
	[{ area: '' }, 'area'],
	[{ weekday: 0 }, 'weekday'],
	[{ startTime: '24:00' }, 'startTime'],
	[{ minutes: 4 }, 'minutes'],
	[{ minutes: 60.5 }, 'minutes'],
	[{ everyWeeks: 0 }, 'everyWeeks'],
	[{ validFrom: '2026-02-30' }, 'validFrom'],
	[{ validTo: '2026-11-22' }, 'validTo'],
	[{ groups: 0 }, 'groups'],
	[{ people: 0 }, 'people'],
	[{ units: [] }, 'units'],
	[{ securityLevels: [] }, 'securityLevels'],
	[{ legalStatuses: [] }, 'legalStatuses'],
]
it.each(faulty)('finds %o at fault in %s', (change, field) => {
	expect(faultyFields(template(change))).toEqual([field])
})

it('lets nobody save a listened-to or language-bound session on the official track', () => {
	expect(faultyFields(template({ track: 'official', provides: ['overheard'] }))).toEqual(['provides'])
	expect(faultyFields(template({ track: 'official', provides: ['language'] }))).toEqual(['provides'])
	expect(faultyFields(template({ track: 'official', provides: ['glass'] }))).toEqual([])
	expect(faultyFields(template({ provides: ['overheard'] }))).toEqual([])
})

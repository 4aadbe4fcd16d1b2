import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, eachDate, mondayOf, weekday } from '#app/domain/calendar/oslo.ts'
import { templateDates } from '#app/domain/timetable/template-dates.ts'

const thursdays = { weekday: 4, everyWeeks: 1, validFrom: '2026-11-23', validTo: null }

describe('the dates of a template', () => {
	it('are its weekday in each week, both ends counting', () => {
		expect(templateDates(thursdays, '2026-11-26', '2026-12-10')).toEqual(['2026-11-26', '2026-12-03', '2026-12-10'])
		expect(templateDates(thursdays, '2026-11-27', '2026-12-09')).toEqual(['2026-12-03'])
	})

	it('begin and end with the dates for which it is valid, both counting', () => {
		const short = { ...thursdays, validFrom: '2026-11-26', validTo: '2026-12-03' }
		expect(templateDates(short, '2026-11-01', '2026-12-31')).toEqual(['2026-11-26', '2026-12-03'])
	})

	it('of every other week are counted from the Monday of the week in which it begins', () => {
		const everyOther = { ...thursdays, everyWeeks: 2, validFrom: '2026-11-27' }
		// Friday 27 November: that week counts as the first, though its Thursday has passed.
		expect(templateDates(everyOther, '2026-11-01', '2026-12-31')).toEqual(['2026-12-10', '2026-12-24'])
	})

	it('keep their weeks across a year of 53', () => {
		const everyOther = { ...thursdays, everyWeeks: 2, validFrom: '2026-12-24' }
		expect(templateDates(everyOther, '2026-12-24', '2027-01-31')).toEqual(['2026-12-24', '2027-01-07', '2027-01-21'])
	})

	it('are none where it is not valid, or the range is empty', () => {
		expect(templateDates({ ...thursdays, validTo: '2026-11-25' }, '2026-11-01', '2026-12-31')).toEqual([])
		expect(templateDates(thursdays, '2026-12-31', '2026-12-01')).toEqual([])
	})

	it('are just the dates that fit, one by one', () => {
		const anyDate = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-01-01', days))
		fc.assert(
			fc.property(
				fc.record({
					weekday: fc.integer({ min: 1, max: 7 }),
					everyWeeks: fc.integer({ min: 1, max: 5 }),
					validFrom: anyDate,
					validTo: fc.option(anyDate),
				}),
				anyDate,
				fc.integer({ min: 0, max: 120 }),
				(pattern, first, days) => {
					const fits = (date: string) =>
						weekday(date) === pattern.weekday &&
						date >= pattern.validFrom &&
						(pattern.validTo === null || date <= pattern.validTo) &&
						daysBetween(mondayOf(pattern.validFrom), mondayOf(date)) % (7 * pattern.everyWeeks) === 0
					const last = addDays(first, days)
					expect(templateDates(pattern, first, last)).toEqual(eachDate(first, last).filter(fits))
				},
			),
		)
	})
})

import { expect, it } from 'vitest'
import { isRealDate } from '#app/domain/timetable/real-date.ts'

it('knows the dates of the calendar from texts that look like them', () => {
	expect(['2026-11-30', '2028-02-29'].map(isRealDate)).toEqual([true, true])
	expect(['2026-11-31', '2027-02-29', '2026-1-1', '2026-13-01', 'soon', ''].map(isRealDate)).toEqual(
		Array(6).fill(false),
	)
})

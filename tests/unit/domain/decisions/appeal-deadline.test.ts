import { describe, expect, it } from 'vitest'
import { appealDays, appealDeadline } from '#app/domain/decisions/appeal-deadline.ts'

describe('appealDeadline', () => {
	it('is a week after the letter was made available', () => {
		expect(appealDeadline('2026-11-23', appealDays.case)).toBe('2026-11-30')
	})
	it.each([
		['2026-03-26', '2026-04-07', 'Easter'],
		['2026-05-07', '2026-05-15', 'Ascension Day'],
		['2026-12-18', '2026-12-28', 'Christmas and the weekend'],
		['2026-11-20', '2026-11-27', 'nothing'],
		['2026-11-21', '2026-11-30', 'the weekend'],
	])('of a letter of %s is %s: it passes over %s', (sent, last) => {
		expect(appealDeadline(sent, 7)).toBe(last)
	})
	it('is three weeks for decisions on access to data', () => {
		expect(appealDeadline('2026-11-23', appealDays['data-access'])).toBe('2026-12-14')
	})
})

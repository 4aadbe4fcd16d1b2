import { expect, test } from 'vitest'
import { phoneCall } from '#app/forms/funds/phone-call.ts'
import { isoDay } from '#app/forms/iso-day.ts'
import { stayForm } from '#app/forms/rooms.ts'

test('a day of a form lies in the years that the database and the calendar write alike', () => {
	const holds = (day: string) => isoDay('wrong').safeParse(day).success
	expect(['1900-01-01', '2026-02-28', '2200-12-31'].map(holds)).toEqual([true, true, true])
	expect(['0000-01-01', '0001-01-01', '1899-12-31', '2201-01-01', '9999-12-31', '2026-02-31'].map(holds)).toEqual(
		Array(6).fill(false),
	)
})

test('a stay has an end after its beginning, at most two weeks and a day later', () => {
	const idempotencyKey = '3b0f0a52-6d5b-4f0e-9a77-0b4a3c5b2c11'
	const holds = (stay: string) => stayForm.safeParse({ stay, idempotencyKey }).success
	expect(holds('2026-11-24T11:00:00.000Z/2026-12-08T11:00:00.000Z')).toBe(true)
	for (const stay of [
		'0001-01-01T00:00:00Z/9999-12-31T00:00:00Z',
		'2026-11-24T11:00:00Z/2027-11-24T11:00:00Z',
		'2026-11-24T11:00:00Z/2026-11-24T11:00:00Z',
		'2026-11-25T11:00:00Z/2026-11-24T11:00:00Z',
		'0000-01-01T00:00:00Z/0000-01-02T00:00:00Z',
		'9999-12-30T00:00:00Z/9999-12-31T00:00:00Z',
	])
		expect([stay, holds(stay)]).toEqual([stay, false])
})

test('a call of a prisoner whose number holds a NUL or a line break is answered as bad', () => {
	for (const prisoner of ['E-2001\0', 'E\n2001', '\u0000']) {
		const call = { id: 'c1', prisoner, minutes: 1, endedAt: '2026-11-24T08:00:00Z' }
		expect(phoneCall.safeParse(call).error?.issues.map(({ message }) => message)).toEqual(['bad-prisoner'])
	}
})

import { describe, expect, it } from 'vitest'
import { classifyRow, type StoredPrisoner } from '#app/domain/register/classify-row.ts'
import type { RegisterRow } from '#app/domain/register/row.ts'

const at = (time: string) => new Date(`2026-11-20T${time}Z`)

const row: RegisterRow = {
	...{
		line: 2,
		number: 'T-1',
		givenName: 'Åse',
		familyName: 'Prøve',
		born: '1988-04-02',
		facilityId: 'hal',
		unit: 'A',
	},
	...{ securityLevel: 'high', legalStatus: 'sentenced', custody: 'in', language: 'nb', validFrom: at('08:00') },
}
const known: StoredPrisoner = { ...row, knownFrom: at('07:00') }
const otherUnit = { ...row, unit: 'B' }

describe('a row for the whole register', () => {
	it('is new where nobody has the number', () => expect(classifyRow(row, null, null)).toBe('new'))

	it('is a change where something differs and it is later', () =>
		expect(classifyRow(otherUnit, known, null)).toBe('changed'))

	it('confirms what is the same and later', () => expect(classifyRow(row, known, null)).toBe('confirmed'))

	it('takes the first word of the register, whatever stands there', () =>
		expect(classifyRow(otherUnit, { ...known, knownFrom: null }, null)).toBe('changed'))

	it.each([
		['08:00', 'same-time'],
		['08:01', 'older'],
	])('that differs is not believed against what is known from %s', (time, verdict) =>
		expect(classifyRow(otherUnit, { ...known, knownFrom: at(time) }, null)).toBe(verdict),
	)

	it.each(['08:00', '08:01'])('that is the same as known from %s changes nothing', (time) =>
		expect(classifyRow(row, { ...known, knownFrom: at(time) }, null)).toBe('unchanged'),
	)

	it('that says no language leaves the one there is', () =>
		expect(classifyRow({ ...row, language: null }, known, null)).toBe('confirmed'))
})

describe('a row from one facility', () => {
	it('adds only there', () => {
		expect(classifyRow(row, null, 'hal')).toBe('new')
		expect(classifyRow(row, null, 'bjo')).toBe('other-facility')
	})

	it('sends away who is there, and fetches nobody', () => {
		expect(classifyRow({ ...row, facilityId: 'bjo' }, known, 'hal')).toBe('changed')
		expect(classifyRow({ ...row, facilityId: 'bjo' }, known, 'bjo')).toBe('other-facility')
	})

	it('that was carried out already is no fault when it comes again', () =>
		expect(classifyRow(row, { ...known, knownFrom: row.validFrom }, 'bjo')).toBe('unchanged'))
})

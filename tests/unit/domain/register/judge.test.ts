import { describe, expect, it } from 'vitest'
import { judge, type Known } from '#app/domain/register/judge.ts'
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
const known: Known = { ...row, knownFrom: at('07:00') }
const otherUnit = { ...row, unit: 'B' }

describe('a row for the whole register', () => {
	it('is new where nobody has the number', () => expect(judge(row, null, null)).toBe('new'))

	it('is a change where something differs and it is later', () => expect(judge(otherUnit, known, null)).toBe('changed'))

	it('confirms what is the same and later', () => expect(judge(row, known, null)).toBe('confirmed'))

	it('takes the first word of the register, whatever stands there', () =>
		expect(judge(otherUnit, { ...known, knownFrom: null }, null)).toBe('changed'))

	it.each([
		['08:00', 'same-time'],
		['08:01', 'older'],
	])('that differs is not believed against what is known from %s', (time, verdict) =>
		expect(judge(otherUnit, { ...known, knownFrom: at(time) }, null)).toBe(verdict),
	)

	it.each(['08:00', '08:01'])('that is the same as known from %s changes nothing', (time) =>
		expect(judge(row, { ...known, knownFrom: at(time) }, null)).toBe('unchanged'),
	)

	it('that says no language leaves the one there is', () =>
		expect(judge({ ...row, language: null }, known, null)).toBe('confirmed'))
})

describe('a row from one facility', () => {
	it('adds only there', () => {
		expect(judge(row, null, 'hal')).toBe('new')
		expect(judge(row, null, 'bjo')).toBe('other-facility')
	})

	it('sends away who is there, and fetches nobody', () => {
		expect(judge({ ...row, facilityId: 'bjo' }, known, 'hal')).toBe('changed')
		expect(judge({ ...row, facilityId: 'bjo' }, known, 'bjo')).toBe('other-facility')
	})

	it('that was carried out already is no fault when it comes again', () =>
		expect(judge(row, { ...known, knownFrom: row.validFrom }, 'bjo')).toBe('unchanged'))
})

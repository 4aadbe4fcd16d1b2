import { describe, expect, it } from 'vitest'
import { noAdult } from '#app/domain/bookings/no-adult.ts'
import { child, codeOf, member, visit } from '../support/builders.ts'

describe('no-adult', () => {
	const partyBorn = (...dates: string[]) => ({
		visit: visit({ party: dates.map((born, index) => member(`V${index}`, { born })) }),
	})

	it('is silent when an adult comes with a child', () => {
		expect(codeOf(noAdult, { visit: visit({ party: [member('Kari'), child('Emil')] }) })).toBeNull()
	})
	it('stands when a child comes without an adult', () => {
		expect(codeOf(noAdult, { visit: visit({ party: [child('Emil')] }) })).toBe('no-adult')
	})
	it('lets a sixteen-year-old come alone from the birthday on', () => {
		expect(codeOf(noAdult, partyBorn('2010-11-26'))).toBeNull()
		expect(codeOf(noAdult, partyBorn('2010-11-27'))).toBe('no-adult')
	})
	it('stands when a sixteen-year-old brings a smaller child', () => {
		expect(codeOf(noAdult, partyBorn('2010-01-01', '2018-01-01'))).toBe('no-adult')
	})
	it("counts someone as an adult from the eighteenth birthday, on the visit's day", () => {
		expect(codeOf(noAdult, partyBorn('2008-11-26', '2018-01-01'))).toBeNull()
		expect(codeOf(noAdult, partyBorn('2008-11-27', '2018-01-01'))).toBe('no-adult')
	})
	it('counts who is born on 29 February as an adult from 1 March', () => {
		expect(codeOf(noAdult, partyBorn('2008-02-29', '2018-01-01'))).toBeNull()
	})
	it("follows the facility's own age", () => {
		expect(codeOf(noAdult, partyBorn('2010-11-26'), { childAloneFrom: 18 })).toBe('no-adult')
	})
})

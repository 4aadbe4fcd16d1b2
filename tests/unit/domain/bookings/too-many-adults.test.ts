import { describe, expect, it } from 'vitest'
import { tooManyAdults } from '#app/domain/bookings/too-many-adults.ts'
import { child, codeOf, member, visit } from '../support/builders.ts'

describe('too-many-adults', () => {
	const three = [member('Kari'), member('Ola'), member('Anna')]

	it('is silent at the limit', () => {
		expect(codeOf(tooManyAdults, { visit: visit({ party: three }) })).toBeNull()
	})
	it('stands one over the limit', () => {
		expect(codeOf(tooManyAdults, { visit: visit({ party: [...three, member('Per')] }) })).toBe('too-many-adults')
		expect(codeOf(tooManyAdults, { visit: visit({ party: three }) }, { adultsPerVisit: 2 })).toBe('too-many-adults')
	})
	it('counts neither children nor the same adult twice', () => {
		expect(codeOf(tooManyAdults, { visit: visit({ party: [...three, child('Emil'), member('Kari')] }) })).toBeNull()
	})
	it("counts who turns 18 on the visit's day", () => {
		expect(codeOf(tooManyAdults, { visit: visit({ party: [...three, member('Per', { born: '2008-11-26' })] }) })).toBe(
			'too-many-adults',
		)
		expect(
			codeOf(tooManyAdults, { visit: visit({ party: [...three, member('Per', { born: '2008-11-27' })] }) }),
		).toBeNull()
	})
})

import { describe, expect, it } from 'vitest'
import { refusal } from '#app/domain/refusals.ts'

describe('refusal', () => {
	it('names each member once, in a fixed order', () => {
		expect(refusal('visitor-banned', ['Ola', 'Kari', 'Ola'])).toEqual({
			code: 'visitor-banned',
			about: ['Kari', 'Ola'],
		})
	})
	it('names nobody when it is about the visit', () => {
		expect(refusal('session-full')).toEqual({ code: 'session-full', about: [] })
	})
})

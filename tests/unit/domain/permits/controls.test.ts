import { describe, expect, it } from 'vitest'
import { missingControls, withImplied } from '#app/domain/permits/controls.ts'

describe('controls', () => {
	it('bring no touch along with glass, each once and in order', () => {
		expect(withImplied(['glass', 'watched', 'watched'])).toEqual(['watched', 'no-touch', 'glass'])
	})
	it('are missing when they are not provided, with what they bring along', () => {
		expect(missingControls(['glass'], ['watched'])).toEqual(['no-touch', 'glass'])
		expect(missingControls(['no-touch', 'watched'], ['glass'])).toEqual(['watched'])
	})
})

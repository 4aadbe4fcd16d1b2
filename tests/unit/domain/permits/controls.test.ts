import { describe, expect, it } from 'vitest'
import { hasControl, withImplied } from '#app/domain/permits/controls.ts'

describe('controls', () => {
	it('bring no touch along with glass, each once and in order', () => {
		expect(withImplied(['glass', 'watched', 'watched'])).toEqual(['watched', 'no-touch', 'glass'])
	})
	it('are there by name, or because another brings them along', () => {
		expect(hasControl(['watched'], 'watched')).toBe(true)
		expect(hasControl(['glass'], 'no-touch')).toBe(true)
		expect(hasControl(['no-touch'], 'glass')).toBe(false)
	})
})

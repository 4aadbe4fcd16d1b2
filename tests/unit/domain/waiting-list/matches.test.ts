import { expect, it } from 'vitest'
import { matches } from '#app/domain/waiting-list/matches.ts'
import { oslo } from '../support/builders.ts'

const wanted = { firstDate: '2026-11-26', lastDate: '2026-11-27', settings: null }
const hallAt = (time: string) => ({ start: oslo(time), setting: 'hall' as const })

it('counts both days, by local date', () => {
	expect(matches(wanted, hallAt('2026-11-25T23:59'))).toBe(false)
	expect(matches(wanted, hallAt('2026-11-26T00:00'))).toBe(true)
	expect(matches(wanted, hallAt('2026-11-27T23:59'))).toBe(true)
	expect(matches(wanted, hallAt('2026-11-28T00:00'))).toBe(false)
})

it('asks for the settings where some are named', () => {
	expect(matches({ ...wanted, settings: ['hall', 'video'] }, hallAt('2026-11-26T12:00'))).toBe(true)
	expect(matches({ ...wanted, settings: ['booth'] }, hallAt('2026-11-26T12:00'))).toBe(false)
})

import { expect, it } from 'vitest'
import { mustShowId } from '#app/domain/identity/must-show-id.ts'
import { policy } from '../support/builders.ts'

const on = '2026-11-26'
const proven = { birthDateSource: 'national-number', birthDateComparison: 'matches' } as const

it('asks for a paper from the age that the policy sets, on the day', () => {
	expect(mustShowId({ ...proven, born: '2011-11-26' }, on, policy())).toBe(true)
	expect(mustShowId({ ...proven, born: '2011-11-27' }, on, policy())).toBe(false)
	expect(mustShowId({ ...proven, born: '2011-11-27' }, on, policy({ idRequiredFromAge: 10 }))).toBe(true)
})

it('asks for one whatever the age where the birth date is unproven, and takes a guardian at their word', () => {
	const child = { born: '2014-01-01' }
	expect(mustShowId({ ...child, birthDateSource: 'typed', birthDateComparison: 'differs' }, on, policy())).toBe(true)
	expect(mustShowId({ ...child, birthDateSource: 'typed', birthDateComparison: 'not-compared' }, on, policy())).toBe(
		true,
	)
	expect(mustShowId({ ...child, birthDateSource: 'guardian', birthDateComparison: 'not-compared' }, on, policy())).toBe(
		false,
	)
})

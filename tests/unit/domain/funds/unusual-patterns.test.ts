import { expect, it } from 'vitest'
import { unusualPatterns } from '#app/domain/funds/unusual-patterns.ts'
import { oslo } from '../support/builders.ts'

const paid = (payerId: string, prisonerId: string, day = '23') => ({
	payerId,
	prisonerId,
	paidAt: oslo(`2026-11-${day}T09:00`),
})

it('a family that pays as families do is not worth a look', () => {
	expect(unusualPatterns([paid('Kari', 'P1'), paid('Ola', 'P1'), paid('Mor', 'P1'), paid('Kari', 'P2')])).toEqual([])
})

it('four payers to one are', () => {
	const four = ['Kari', 'Ola', 'Mor', 'Per'].map((payer) => paid(payer, 'P1'))
	expect(unusualPatterns(four)).toEqual([{ pattern: 'many-payers-to-one', payerId: null, prisonerId: 'P1', count: 4 }])
})

it('one payer to three is', () => {
	const three = ['P1', 'P2', 'P3'].map((prisoner) => paid('Kari', prisoner))
	expect(unusualPatterns(three)).toEqual([
		{ pattern: 'one-payer-to-many', payerId: 'Kari', prisonerId: null, count: 3 },
	])
})

it('more than three in one week are, and not when they fall in two', () => {
	const often = ['23', '24', '25', '29'].map((day) => paid('Kari', 'P1', day))
	expect(unusualPatterns(often)).toEqual([{ pattern: 'often-in-a-week', payerId: 'Kari', prisonerId: 'P1', count: 4 }])
	expect(unusualPatterns(['22', '23', '24', '25'].map((day) => paid('Kari', 'P1', day)))).toEqual([])
})

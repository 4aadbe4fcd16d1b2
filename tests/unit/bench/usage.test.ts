import { expect, it } from 'vitest'
import { usedBetween } from '#tests/bench/app/usage.ts'

it('a connection that closes takes nothing from what the database has used, and a new one counts whole', () => {
	const before = new Map([
		[1, 100],
		[2, 5_000],
	])
	expect(usedBetween(before, new Map([...before, [3, 40]]))).toBe(40)
	expect(
		usedBetween(
			before,
			new Map([
				[1, 130],
				[3, 40],
			]),
		),
	).toBe(70)
})

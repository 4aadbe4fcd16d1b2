import { expect, it } from 'vitest'
import { randomFrom } from '#sandbox/seeds/random.ts'
import { shuffleBag, weightedItems } from '#sandbox/seeds/weighted-choice.ts'

it('deals every card before any comes again, in another order each time', () => {
	const pack = weightedItems([
		[3, 'completed'],
		[1, 'no-show'],
		[2, 'cancelled'],
	])
	const deal = shuffleBag(randomFrom(1), pack)
	const rounds = Array.from({ length: 8 }, () => pack.map(() => deal()))
	for (const round of rounds) expect([...round].sort()).toEqual([...pack].sort())
	expect(new Set(rounds.map((round) => round.join())).size).toBeGreaterThan(1)
})

it('cannot deal from nothing', () => {
	expect(shuffleBag(randomFrom(1), [])).toThrow(RangeError)
})

import { expect, it } from 'vitest'
import { cards, deckOf } from '#db/worlds/deck.ts'
import { randomFrom } from '#db/worlds/random.ts'

it('deals every card before any comes again, in another order each time', () => {
	const pack = cards([
		[3, 'completed'],
		[1, 'no-show'],
		[2, 'cancelled'],
	])
	const deal = deckOf(randomFrom(1), pack)
	const rounds = Array.from({ length: 8 }, () => pack.map(() => deal()))
	for (const round of rounds) expect([...round].sort()).toEqual([...pack].sort())
	expect(new Set(rounds.map((round) => round.join())).size).toBeGreaterThan(1)
})

it('cannot deal from nothing', () => {
	expect(deckOf(randomFrom(1), [])).toThrow(RangeError)
})

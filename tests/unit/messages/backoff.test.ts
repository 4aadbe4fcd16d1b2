import { expect, it } from 'vitest'
import { isLost, nextTry } from '#app/services/messages/backoff.ts'

const now = new Date('2026-11-26T11:00:00Z')

it('waits twice as long after each try, an hour at most, and gives up after the eighth', () => {
	const minutes = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => {
		const next = nextTry(attempts, now)
		return next && (next.getTime() - now.getTime()) / 60_000
	})
	expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, null])
})

it('holds a message lost that was taken up a ninth time', () => {
	expect([isLost(8), isLost(9)]).toEqual([false, true])
})

import { expect, it } from 'vitest'
import { isLost, nextTry } from '#app/services/messages/backoff.ts'

const now = new Date('2026-11-26T11:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

it('waits twice as long after each try, four hours at most', () => {
	const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 30].map((attempts) => {
		const next = nextTry(attempts, now, hours(72))
		return next && (next.getTime() - now.getTime()) / 60_000
	})
	expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240, 240])
})

it('tries once more at the end of the three days, and never after', () => {
	expect(nextTry(9, now, hours(3))).toEqual(hours(3))
	expect(nextTry(9, now, now)).toBeNull()
	expect(nextTry(1, now, hours(-1))).toBeNull()
})

it('tries some thirty times before it gives up', () => {
	let [at, tries] = [now, 0]
	for (let next: Date | null = now; next; next = nextTry(tries, at, hours(72))) {
		at = next
		tries++
	}
	expect(at).toEqual(hours(72))
	expect(tries).toBe(26)
	expect(isLost(tries)).toBe(false)
	expect(isLost(41)).toBe(true)
})

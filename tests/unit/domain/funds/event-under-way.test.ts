import { expect, it } from 'vitest'
import { isUnderWay } from '#app/domain/funds/event-under-way.ts'

const now = new Date('2026-11-24T03:00:00+01:00')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

it.each([
	['from just now', 0, true],
	['from a clock that is ahead', -2, true],
	['of an hour ago, almost', 59, true],
	['of an hour ago', 60, false],
	['of yesterday', 1_440, false],
])('an event %s', (_, minutes, underWay) => {
	expect(isUnderWay(ago(minutes), now)).toBe(underWay)
})

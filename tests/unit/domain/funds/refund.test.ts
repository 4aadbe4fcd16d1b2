import { expect, it } from 'vitest'
import { availableOnTopUp, mayBeHeld } from '#app/domain/funds/available-actions.ts'
import { minutesFor, phoneMinutesAWeek, priceOfCall } from '#app/domain/funds/phone-minutes.ts'
import { aloneOre, isBooked, needsSecondOfficer, refundStates } from '#app/domain/funds/refund.ts'
import { policy } from '../support/builders.ts'

it('a refund above the limit takes a second officer', () => {
	expect(needsSecondOfficer(50_000, [], policy())).toBe(false)
	expect(needsSecondOfficer(50_001, [], policy())).toBe(true)
})

it('what officers gave back of the same payment alone counts towards the limit, and nothing else does', () => {
	const one = { ore: 30_000, cause: 'officer' as const, state: 'sent' as const, needsSecond: false }
	expect(aloneOre([one], policy())).toBe(20_000)
	expect(needsSecondOfficer(20_001, [one], policy())).toBe(true)
	expect(aloneOre([one, { ...one, state: 'due' }], policy())).toBe(0)
	const others = [
		{ ...one, needsSecond: true },
		{ ...one, state: 'failed' as const },
		{ ...one, cause: 'barred' as const },
	]
	expect(aloneOre(others, policy())).toBe(50_000)
})

it('a refund stands in the books while it is due and once it is sent', () => {
	expect(refundStates.filter(isBooked)).toEqual(['due', 'sent'])
})

it('only who handles money is offered anything, and only what can be done', () => {
	const paid = { state: 'paid' as const, held: false, credited: false, refundableOre: 1 }
	expect(availableOnTopUp(paid, ['auditor', 'visit-officer'])).toEqual([])
	expect(availableOnTopUp(paid, ['finance'])).toEqual(['refund', 'hold'])
	expect(availableOnTopUp({ ...paid, held: true }, ['finance'])).toEqual(['refund', 'release-hold'])
	const credited = { ...paid, state: 'credited' as const, credited: true, refundableOre: 0 }
	expect(availableOnTopUp(credited, ['finance'])).toEqual([])
	expect(mayBeHeld({ state: 'started', credited: false })).toBe(true)
	expect(mayBeHeld({ state: 'refunded', credited: false })).toBe(false)
})

it('minutes are whole, and a call costs what the account can bear', () => {
	expect(minutesFor(20_000, 75)).toBe(266)
	expect(minutesFor(-1, 75)).toBe(0)
	expect(minutesFor(20_000, 0)).toBeNull()
	expect(priceOfCall({ minutes: 20, orePerMinute: 75 }, 10_000)).toEqual({ ore: 1_500, uncoveredOre: 0 })
	expect(priceOfCall({ minutes: 20, orePerMinute: 75 }, 1_000)).toEqual({ ore: 1_000, uncoveredOre: 500 })
	expect(priceOfCall({ minutes: 20, orePerMinute: 75 }, -1_000)).toEqual({ ore: 0, uncoveredOre: 1_500 })
})

it('somebody under 18 may call for longer', () => {
	expect(phoneMinutesAWeek(17, policy())).toBe(60)
	expect(phoneMinutesAWeek(18, policy())).toBe(30)
})

import { expect, it } from 'vitest'
import { roles } from '#app/domain/access/roles.ts'
import { gateStops, isGateStop, mayReadCause, mayReadStop } from '#app/domain/bookings/gate-stops.ts'
import { type RefusalCode, refusal, refusalKinds } from '#app/domain/refusals.ts'

const codes = Object.keys(refusalKinds).filter((code): code is RefusalCode => code in refusalKinds)
const stopping = codes.filter(isGateStop)

it('nobody is let in against an order, a ban, a permit that does not hold, or to who is not there', () => {
	expect(stopping).toEqual([
		'permit-not-active',
		'visitor-banned',
		'protective-order',
		'court-restriction',
		'prisoner-released',
		'non-association',
	])
	const remaining = codes.map((code) => refusal(code, ['Kari']))
	expect(gateStops(remaining).map(({ code }) => code)).toEqual(stopping)
	expect(gateStops([refusal('session-full')])).toEqual([])
})

it('the gate tells why to those whose work it is', () => {
	for (const role of ['screening-officer', 'decision-maker'] as const)
		for (const code of stopping) expect(mayReadStop([role], code)).toBe(true)
	expect(stopping.filter((code) => mayReadStop(['visit-officer'], code))).toEqual([
		'permit-not-active',
		'visitor-banned',
		'prisoner-released',
	])
	for (const role of roles.filter((one) => one === 'finance' || one === 'admin'))
		for (const code of stopping) expect(mayReadStop([role], code)).toBe(false)
})

it('what put a visit under review is withheld where the stop itself is', () => {
	for (const cause of [
		'court-restriction-added',
		'court-restriction-ended',
		'protective-order-added',
		'non-association-added',
	] as const) {
		expect(mayReadCause(['visit-officer'], cause)).toBe(false)
		expect(mayReadCause(['screening-officer'], cause)).toBe(true)
	}
	expect(mayReadCause(['visit-officer'], 'visitor-banned')).toBe(true)
})

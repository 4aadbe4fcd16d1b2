// Straffegjennomføringsloven §§ 27 and 31: nobody is let in against an order or a ban, whatever was booked before it.
import { hasPermission, type Permission } from '../access/permissions.ts'
import type { Role } from '../access/roles.ts'
import type { Refusal, RefusalCode } from '../refusals.ts'
import type { ReviewCause } from '../reviews/causes.ts'

/** What stops a confirmed visit at the gate, and who may read that it is this. */
const readers = {
	'permit-not-active': 'see-bookings',
	'visitor-banned': 'see-bookings',
	'protective-order': 'screen-applications',
	'court-restriction': 'screen-applications',
	'prisoner-released': 'see-bookings',
	'non-association': 'screen-applications',
} as const satisfies Partial<Record<RefusalCode, Permission>>

export type GateStopCode = keyof typeof readers

const withheldCauses: Partial<Record<ReviewCause, GateStopCode>> = {
	'court-restriction-added': 'court-restriction',
	'court-restriction-ended': 'court-restriction',
	'protective-order-added': 'protective-order',
	'non-association-added': 'non-association',
}

export function isGateStop(code: RefusalCode): code is GateStopCode {
	return code in readers
}

/** Those of a visit's standing refusals for which nobody is let in. */
export function gateStops(remaining: readonly Refusal[]): (Refusal & { code: GateStopCode })[] {
	return remaining.flatMap(({ code, about }) => (isGateStop(code) ? [{ code, about }] : []))
}

/** Whether officers with these roles may read at the gate, before the family's eyes, that it is this which stops a visit. */
export function mayReadStop(held: readonly Role[], code: GateStopCode): boolean {
	return hasPermission(held, readers[code])
}

export function mayReadCause(held: readonly Role[], cause: ReviewCause): boolean {
	const code = withheldCauses[cause]
	return code === undefined || mayReadStop(held, code)
}

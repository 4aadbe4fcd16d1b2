import { rolesIn } from '#app/domain/access/roles.ts'
import { isGateStop, mayReadStop } from '#app/domain/bookings/gate-stops.ts'
import type { Refusal, RefusalCode } from '#app/domain/refusals.ts'
import { requireOfficerHere } from '../authorise.ts'
import type { Ctx } from '../context.ts'

/** What stands against a booking, as far as its officer may read it; orders and non-associations are for those who register them. */
export function readableRefusals(ctx: Ctx, refusals: readonly Refusal[]): { codes: RefusalCode[]; withheld: boolean } {
	const officer = requireOfficerHere(ctx, 'see-bookings')
	const held = rolesIn(officer.grants, officer.facilityId)
	const codes = refusals.map(({ code }) => code).filter((code) => !isGateStop(code) || mayReadStop(held, code))
	return { codes, withheld: codes.length < refusals.length }
}

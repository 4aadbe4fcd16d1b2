import { selectBookingAndPeople } from '#db/queries/bookings/read.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { GateOutcome } from './arrive.server.ts'
import { checkIn } from './let-in.server.ts'

/** Lets in those of a party whom the gate's form names by their references. @throws ServiceError as `checkIn` */
export async function letInByRef(
	ctx: Ctx,
	booking: { ref: string },
	named: { present: readonly string[]; turnedAway: readonly string[]; reason: string },
): Promise<GateOutcome> {
	const party = (await selectBookingAndPeople(ctx.db, booking))?.party ?? []
	const ids = (refs: readonly string[]) =>
		refs.map((ref) => {
			const found = party.find((one) => one.ref === ref)
			if (!found) throw new ServiceError('not-found', 'There is no such member of the party')
			return found.visitorId
		})
	const visitorIds = ids(named.turnedAway)
	const present = ids(named.present.filter((ref) => !named.turnedAway.includes(ref)))
	return checkIn(ctx, {
		booking,
		present,
		...(visitorIds.length > 0 ? { turnedAway: { visitorIds, reason: named.reason } } : {}),
	})
}

import type { Permission } from '#app/domain/access/permissions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type BookedPerson, type BookingKey, selectBookingAndPeople } from '#db/queries/bookings/read.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

export type { BookingKey }

export interface FoundBooking {
	booking: BookingWithParty
	party: BookedPerson[]
	/**
	 * The actor may change and cancel: an officer, the booker, or, where an officer booked for the family, an adult of the
	 * party or a child's guardian. Others of the party see the booking and no more.
	 */
	acts: boolean
}

/**
 * A booking that the actor may see. Somebody else's does not exist for a visitor.
 *
 * @throws ServiceError `not-found`, or `not-allowed` for an officer without the role in that facility
 */
export async function findBooking(
	db: DbOrTx,
	ctx: Ctx,
	key: BookingKey,
	permission: Permission,
): Promise<FoundBooking> {
	const found = await selectBookingAndPeople(db, key)
	if (!found) throw new ServiceError('not-found', 'There is no such booking')
	const { booking, party } = found
	const { actor } = ctx
	if (actor.kind === 'officer') {
		requireOfficer(ctx, permission, booking.facilityId)
		return { booking, party, acts: true }
	}
	if (actor.kind === 'system') return { booking, party, acts: true }
	const isBooker = booking.bookerId === actor.visitorId
	const inParty = party.some((one) => one.visitorId === actor.visitorId || one.guardianIds.includes(actor.visitorId))
	if (!isBooker && !inParty) throw new ServiceError('not-found', 'There is no such booking')
	return { booking, party, acts: isBooker || (booking.bookerId === null && inParty) }
}

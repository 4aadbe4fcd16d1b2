import { z } from 'zod'
import { bookingStates } from '#app/domain/bookings/booking.ts'
import { tracks } from '#app/domain/permits/permit.ts'
import { settings } from '#app/domain/timetable/visit-session.ts'
import {
	banShape,
	courtRestrictionShape,
	day,
	instant,
	permitShape,
	prisonerShape,
	protectiveOrderShape,
	uuid,
} from '../shapes.ts'

const bookingShape = z.strictObject({
	id: uuid,
	facilityId: uuid,
	prisonerId: uuid,
	visitorIds: z.array(uuid),
	track: z.enum(tracks),
	state: z.enum(bookingStates),
	holdUntil: instant.nullable(),
	roomId: uuid.nullable(),
	area: z.string(),
	start: instant,
	end: instant,
	createdBy: uuid,
	setting: z.enum(settings).nullable(),
	movesId: uuid.nullable(),
	ownChildrenBorn: z.array(day),
})

export type BookingDocument = z.output<typeof bookingShape>

/** Everything the rules ask of people, as PostgreSQL answers it. */
export const peopleShape = z.strictObject({
	prisoner: prisonerShape.nullable(),
	restrictions: z.array(courtRestrictionShape),
	members: z.array(
		z.strictObject({
			visitorId: uuid,
			born: day,
			guardianIds: z.array(uuid),
			permit: permitShape.nullable(),
			bans: z.array(banShape),
			protectiveOrders: z.array(protectiveOrderShape),
		}),
	),
	bookings: z.array(bookingShape),
	nonAssociatedPrisoners: z.array(uuid),
	nonAssociatedVisitors: z.array(z.strictObject({ one: uuid, other: uuid })),
	nonAssociatedBookings: z.array(bookingShape),
	idempotentBookingId: uuid.nullable(),
})

export type PeopleDocument = z.output<typeof peopleShape>

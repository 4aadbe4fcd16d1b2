import { isLive } from './booking.ts'
import { perVisit } from './per-visit.ts'

/** The bookings of the visit's people that take a place at an instant. */
export const liveBookings = perVisit((visit, now: Date) => visit.bookings.filter((other) => isLive(other, now)))

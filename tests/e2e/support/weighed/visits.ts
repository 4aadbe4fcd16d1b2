import { eq } from 'drizzle-orm'
import { isoWeek, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import { bookingRequestOf, bookVisit, holdPlace } from '#app/services/bookings/book.server.ts'
import { visitCalendar } from '#app/services/bookings/calendar.server.ts'
import type { BookingOutcome } from '#app/services/bookings/outcome.ts'
import type { Ctx } from '#app/services/context.ts'
import { freeDays, roomOffers } from '#app/services/rooms/room-offers.server.ts'
import { room } from '#db/schema/index.ts'

export interface Visits {
	/** A visit that is booked, and its day. */
	visit: { ref: string; code: string; day: LocalDate }
	/** A place that is held for as long as a form is filled in. */
	held: string
	stay: string
	/** Days on which a visit, and a stay, can still be had. */
	day: LocalDate
	stayDay: LocalDate
}

interface VisitsInput {
	prisoner: { id: string; facilityId: string }
	partyIds: readonly string[]
}

/** A visit, a stay and a hold, each in a week of its own. */
export async function makeVisits(ctx: Ctx, { prisoner, partyIds }: VisitsInput): Promise<Visits> {
	const input = { prisonerId: prisoner.id, partyIds }
	const ask = bookingRequestOf(ctx, input)
	const free = async () => (await visitCalendar(ctx.db, ask, ctx.now)).sessions.filter((one) => !one.refusals[0])

	const [soon] = await free()
	const visit = created(await bookVisit(ctx, { ...input, place: { sessionId: soon?.session.id ?? '' } }))
	const weeks = [isoWeek(localDate(visit.startsAt))]

	const { at, days } = await freeRoom(ctx, { prisoner, partyIds })
	const asked = { roomId: at.id, nights: 0 }
	const stayDays = days.filter((date) => !weeks.includes(isoWeek(date)))
	const [first = ''] = stayDays
	const [span] = (await roomOffers(ctx.db, ask, { ...asked, date: first }, ctx.now)).offered
	if (!span) throw new Error('No stay can be had')
	const stay = created(await bookVisit(ctx, { ...input, place: { roomId: asked.roomId, ...span } }))
	weeks.push(isoWeek(first))

	const others = (await free()).filter(({ session }) => !weeks.includes(isoWeek(localDate(session.start))))
	// Last, because whoever books anew gives up what they hold.
	const held = created(await holdPlace(ctx, { ...input, place: { sessionId: others[0]?.session.id ?? '' } }))
	weeks.push(isoWeek(localDate(held.startsAt)))
	const isFree = (date: LocalDate) => !weeks.includes(isoWeek(date))
	const day = others.map(({ session }) => localDate(session.start)).find(isFree)
	const stayDay = stayDays.find(isFree)
	if (day === undefined || stayDay === undefined) throw new Error('No day is left to choose')
	return {
		visit: { ref: visit.ref, code: visit.code, day: localDate(visit.startsAt) },
		...{ held: held.ref, stay: stay.ref, day, stayDay },
	}
}

/** A room where the prisoner is, and the days on which those who ask can have it for some hours. */
export async function freeRoom(ctx: Ctx, { prisoner, partyIds }: VisitsInput) {
	const [at] = await ctx.db.select().from(room).where(eq(room.facilityId, prisoner.facilityId))
	if (!at) throw new Error('There is no room for families')
	const ask = bookingRequestOf(ctx, { prisonerId: prisoner.id, partyIds })
	const days = await freeDays(ctx.db, ask, { roomId: at.id, nights: 0 }, ctx.now)
	return { at, days: days.filter(({ count }) => count > 0).map(({ date }) => date) }
}

function created(outcome: BookingOutcome) {
	if (!outcome.ok) throw new Error(`It cannot be booked: ${outcome.refusals.map(({ code }) => code).join(', ')}`)
	return outcome.booking
}

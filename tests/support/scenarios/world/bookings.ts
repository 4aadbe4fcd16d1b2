import { eq } from 'drizzle-orm'
import { policyInForce } from '#app/services/policy.server.ts'
import { newCode, newId, newRef } from '#db/ids.ts'
import { insertBooking } from '#db/queries/bookings/write.ts'
import { permit, room, visitSession } from '#db/schema/index.ts'
import { toRef } from '../parse/fields.ts'
import type { GivenBooking } from '../parse/given-bookings.ts'
import { isOfficer } from './actor.ts'
import { sessionId } from './sessions.ts'
import type { World } from './world.ts'

const ended = ['expired', 'declined', 'completed', 'cancelled', 'no-show', 'turned-away']

/** Bookings as they are, whatever the rules would say of them. */
export async function putBookings(world: World, given: Record<string, GivenBooking>): Promise<void> {
	for (const [label, booking] of Object.entries(given)) {
		world.labels.put('booking', label, await putBooking(world, booking))
	}
}

async function putBooking(world: World, { prisoner, party, by, state, place }: GivenBooking): Promise<string> {
	const { labels, owner, now } = world
	const prisonerId = labels.idOf(prisoner)
	const visitorIds = party.map((visitor) => labels.idOf(visitor))
	const booker = by ?? party[0]
	if (!booker) throw new Error('a booking has a party')
	const booked = isOfficer(world, booker)
		? { bookedBy: labels.idOf(toRef('officer', booker.label)) }
		: { bookerId: labels.idOf(toRef('visitor', booker.label)) }
	const where =
		'session' in place
			? await inSession(world, await sessionId(world, place.session), visitorIds.length)
			: await inRoom(world, place)
	const { holdMinutes } = await policyInForce(owner, where.facilityId, now)
	const row = await insertBooking(
		owner,
		{
			...where,
			...booked,
			id: newId(now),
			ref: newRef(),
			code: newCode(),
			prisonerId,
			track: await trackOf(world, prisonerId, visitorIds),
			state,
			holdUntil: state === 'held' ? new Date(now.getTime() + holdMinutes * 60_000) : state === 'expired' ? now : null,
			people: new Set(visitorIds).size,
			cancelledBy: state === 'cancelled' ? 'visitor' : null,
			madeAt: now,
			endedAt: ended.includes(state) ? now : null,
		},
		visitorIds,
	)
	return row.id
}

async function inSession(world: World, id: string, people: number) {
	const [session] = await world.owner.select().from(visitSession).where(eq(visitSession.id, id))
	if (!session) throw new Error(`there is no session ${id}`)
	const { facilityId, area, startsAt, endsAt, setting, takenGroups, takenPeople } = session
	const beyond = takenGroups + 1 > session.groups || (session.people !== null && takenPeople + people > session.people)
	return {
		facilityId,
		sessionId: id,
		area: `${facilityId}/${area}`,
		startsAt,
		endsAt,
		blockedUntil: endsAt,
		setting,
		capacityLifted: beyond,
		liftedCodes: beyond ? ['session-full' as const] : [],
	}
}

async function inRoom(world: World, place: Extract<GivenBooking['place'], { room: unknown }>) {
	const id = world.labels.idOf(place.room)
	const [found] = await world.owner.select().from(room).where(eq(room.id, id))
	if (!found) throw new Error(`there is no room ${id}`)
	return {
		facilityId: found.facilityId,
		roomId: id,
		area: id,
		startsAt: place.from,
		endsAt: place.to,
		blockedUntil: new Date(place.to.getTime() + found.turnaroundMinutes * 60_000),
	}
}

/** Official when everyone comes on the official track. */
async function trackOf(world: World, prisonerId: string, visitorIds: readonly string[]) {
	const permits = await world.owner.select().from(permit).where(eq(permit.prisonerId, prisonerId))
	const official = visitorIds.every((id) => permits.some((one) => one.visitorId === id && one.track === 'official'))
	return official ? 'official' : 'family'
}

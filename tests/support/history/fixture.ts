import type { Db } from '#db/client.server.ts'
import type { Random } from '#sandbox/seeds/random.ts'
import { addFacility, addOfficer, addPermit, addPrisoner, addRoom, addVisitor } from '#sandbox/seeds/rows.ts'
import { addSession, noon } from '../rows.ts'

/** A small place where a lot can happen at once: few sessions, many who want them. */
export interface HistoryFixture {
	facilities: { id: string; sessionIds: string[]; roomId: string }[]
	/** Who may visit whom, and where that prisoner was at first. */
	pairs: { visitorId: string; prisonerId: string; facilityId: string }[]
	officerId: string
}

const tag = () => crypto.randomUUID()

export async function buildHistoryFixture(db: Db, random: Random): Promise<HistoryFixture> {
	const officerId = await addOfficer(db, { name: 'Officer', issuer: 'staff', subject: tag(), roles: [] })
	const facilities: HistoryFixture['facilities'] = []
	const pairs: HistoryFixture['pairs'] = []
	for (let count = 0; count < 2; count++) {
		const id = await addFacility(db, { slug: tag() })
		const sessionIds: string[] = []
		for (let day = 3; day < 9; day++)
			for (const [area, hour] of [
				['hall', 12],
				['hall', 13],
				['booth', 12],
			] as const)
				sessionIds.push(
					await addSession(db, {
						facilityId: id,
						startsAt: noon(day, hour),
						// The two in the hall overlap by half an hour.
						minutes: 90,
						area,
						groups: random.whole(1, 3),
						people: random.whole(3, 6),
					}),
				)
		const roomId = await addRoom(db, { facilityId: id, name: 'Room', minHours: 1, maxHours: 3 })
		facilities.push({ id, sessionIds, roomId })
		for (let each = 0; each < 8; each++) {
			const prisonerId = await addPrisoner(db, { facilityId: id, number: tag() })
			for (let relative = 0; relative < 2; relative++) {
				const visitorId = await addVisitor(db, { givenName: 'V', familyName: `${count}-${each}-${relative}` })
				await addPermit(db, { visitorId, prisonerId, relationship: 'sibling' })
				pairs.push({ visitorId, prisonerId, facilityId: id })
			}
		}
	}
	// Some have somebody in both places.
	for (let more = 0; more < 6; more++) {
		const [one, other] = [random.pick(pairs), random.pick(pairs)]
		if (
			one.prisonerId === other.prisonerId ||
			pairs.some((p) => p.visitorId === one.visitorId && p.prisonerId === other.prisonerId)
		)
			continue
		await addPermit(db, { visitorId: one.visitorId, prisonerId: other.prisonerId, relationship: 'friend' })
		pairs.push({ ...other, visitorId: one.visitorId })
	}
	return { facilities, pairs, officerId }
}

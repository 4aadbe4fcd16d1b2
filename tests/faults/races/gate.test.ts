import { eq } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import { checkIn } from '#app/services/bookings/let-in.server.ts'
import { ServiceError } from '#app/services/errors.ts'
import { addNonAssociation } from '#app/services/restrictions/add-non-association.server.ts'
import { banVisitor } from '#app/services/restrictions/ban-visitor.server.ts'
import { booking } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { deadlocks } from '#tests/support/history/invariants.ts'
import { addBooking, addPair, addPrison, addSession, asOfficer, noon, openCauses } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase({ max: 16 })
afterEach(async () => expect(await deadlocks(seed)).toBe(0))

const rounds = 12
const atTheDoor = noon(3)

async function stateOf(id: string) {
	const [row] = await seed.select({ state: booking.state }).from(booking).where(eq(booking.id, id))
	return row?.state
}

it('a visitor who is banned while they are let in is either in before it, or stopped by it', async () => {
	const prison = await addPrison(seed)
	const seen = new Set<string>()
	for (let round = 0; round < rounds; round++) {
		const { prisonerId, visitorId } = await addPair(seed, prison.facilityId)
		const sessionId = await addSession(seed, { facilityId: prison.facilityId, startsAt: atTheDoor })
		const id = await addBooking(seed, { prisonerId, party: [visitorId], sessionId })
		const ctx = asOfficer(db, prison, atTheDoor)
		const ban = () =>
			banVisitor(ctx, { visitor: { id: visitorId }, facilityId: prison.facilityId, to: noon(30), reason: 'A find' })
		const both =
			round % 2 === 0 ? [checkIn(ctx, { booking: { id } }), ban()] : [ban(), checkIn(ctx, { booking: { id } })]
		const [one, other] = await Promise.all(both)
		const letIn = [one, other].some((answer) => answer && 'ok' in answer && answer.ok)
		expect(await stateOf(id)).toBe(letIn ? 'checked-in' : 'confirmed')
		expect(await openCauses(seed, id)).toEqual(letIn ? [] : ['visitor-banned'])
		seen.add(letIn ? 'in' : 'stopped')
	}
	expect(seen.size).toBeGreaterThan(0)
})

it('two who must not meet are not both let in, though they come at the same moment', async () => {
	const prison = await addPrison(seed)
	for (let round = 0; round < rounds; round++) {
		const [one, other] = [await addPair(seed, prison.facilityId), await addPair(seed, prison.facilityId)]
		const sessionId = await addSession(seed, { facilityId: prison.facilityId, startsAt: atTheDoor })
		const ids = await Promise.all(
			[one, other].map(({ prisonerId, visitorId }) => addBooking(seed, { prisonerId, party: [visitorId], sessionId })),
		)
		const ctx = asOfficer(db, prison, atTheDoor)
		await addNonAssociation(ctx, { visitors: [{ id: one.visitorId }, { id: other.visitorId }] })
		await Promise.all(ids.map((id) => checkIn(ctx, { booking: { id } })))
		const states = await Promise.all(ids.map(stateOf))
		expect(states.filter((state) => state === 'checked-in')).toEqual([])
	}
})

it('a party is let in once by many presses, and each press is answered alike', async () => {
	const prison = await addPrison(seed)
	const { prisonerId, visitorId } = await addPair(seed, prison.facilityId)
	const sessionId = await addSession(seed, { facilityId: prison.facilityId, startsAt: atTheDoor })
	const id = await addBooking(seed, { prisonerId, party: [visitorId], sessionId })
	const ctx = asOfficer(db, prison, atTheDoor)
	const answers = await Promise.all(Array.from({ length: 12 }, () => checkIn(ctx, { booking: { id } })))
	expect(answers.map((answer) => answer.ok && answer.booking.state)).toEqual(answers.map(() => 'checked-in'))
	expect(answers.filter((answer) => answer.ok && !answer.already)).toHaveLength(1)
	const colleague = asOfficer(db, { ...prison, officerId: (await addPrison(seed)).officerId }, atTheDoor)
	await expect(checkIn(colleague, { booking: { id } })).rejects.toBeInstanceOf(ServiceError)
})

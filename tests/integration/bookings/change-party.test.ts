import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { changeParty } from '#app/services/bookings/change-party.server.ts'
import { checkParty } from '#app/services/bookings/party-choice.server.ts'
import { readableRefusals } from '#app/services/bookings/readable-refusals.ts'
import { newRef } from '#db/ids.ts'
import { audit, booking, bookingVisitor, message, protectiveOrder, visitor } from '#db/schema/index.ts'
import { addPermit, addVisitor } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addBooking, addPrison, addSession, asOfficer, asVisitor, clock, noon } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()

async function visit() {
	const prison = await addPrison(seed)
	const { prisonerId, visitorId, facilityId } = prison
	const sessionId = await addSession(seed, { facilityId, startsAt: noon(3), groups: 1, people: 3 })
	const id = await addBooking(seed, { prisonerId, party: [visitorId], sessionId })
	const others = await Promise.all(
		['Ola', 'Per', 'Siri'].map(async (givenName) => {
			const other = await addVisitor(seed, { givenName, familyName: 'Prøve' })
			await addPermit(seed, { visitorId: other, prisonerId })
			return other
		}),
	)
	return { prison, id, others, prisonerId, visitorId, ctx: asVisitor(db, visitorId, clock) }
}

const partyOf = async (id: string) =>
	(await seed.select().from(bookingVisitor).where(eq(bookingVisitor.bookingId, id))).map((row) => row.visitorId).sort()

it('two who change the party at once leave one of their parties, counted as it is', async () => {
	const { id, others, visitorId, ctx } = await visit()
	const [ola = '', per = '', siri = ''] = others
	const wanted = [
		[visitorId, ola, per],
		[visitorId, siri],
	]
	await Promise.all(wanted.map((partyIds) => changeParty(ctx, { booking: { id }, partyIds })))
	const party = await partyOf(id)
	expect(wanted.map((one) => [...one].sort())).toContainEqual(party)
	const [row] = await seed.select().from(booking).where(eq(booking.id, id))
	expect(row?.people).toBe(party.length)
})

it('from a page that showed another party, nothing is changed', async () => {
	const { id, others, visitorId, ctx } = await visit()
	const [ola = '', per = ''] = others
	await changeParty(ctx, { booking: { id }, partyIds: [visitorId, ola], version: 0 })
	await expect(changeParty(ctx, { booking: { id }, partyIds: [visitorId, per], version: 0 })).rejects.toMatchObject({
		code: 'wrong-state',
	})
	expect(await partyOf(id)).toEqual([visitorId, ola].sort())
})

it('who was taken out stands in the trail, and is told in words of their own', async () => {
	const { id, others, visitorId, ctx } = await visit()
	const [ola = ''] = others
	await changeParty(ctx, { booking: { id }, partyIds: [visitorId, ola] })
	await changeParty(ctx, { booking: { id }, partyIds: [visitorId] })
	const trail = await seed.select().from(audit).where(eq(audit.subjectId, id))
	expect(trail.map(({ action, detail }) => [action, detail])).toContainEqual([
		'booking.change-party',
		{ added: [], removed: [ola] },
	])
	const told = await seed.select().from(message).where(eq(message.bookingId, id))
	const details = (to: string) => told.filter(({ toVisitorId }) => toVisitorId === to).map(({ detail }) => detail)
	expect(details(ola)).toEqual([{}, { left: 'yes' }])
	expect(details(visitorId)).toEqual([{}, {}])
})

it('whoever may not read an order is not told of it, and is told that there is something', async () => {
	const { id, prison, others, visitorId, prisonerId } = await visit()
	const [ola = ''] = others
	const order = { id: randomUUID(), ref: newRef(), visitorId: ola, prisonerId, fromAt: noon(0), toAt: noon(30) }
	await seed.insert(protectiveOrder).values(order)
	const at = (role: 'visit-officer' | 'decision-maker') =>
		asOfficer(db, prison, clock, [{ role, facilityId: prison.facilityId }])
	const outcome = await changeParty(at('visit-officer'), { booking: { id }, partyIds: [visitorId, ola] })
	const refusals = outcome.ok ? [] : outcome.refusals
	expect(readableRefusals(at('visit-officer'), refusals)).toEqual({ codes: [], withheld: true })
	expect(readableRefusals(at('decision-maker'), refusals)).toEqual({ codes: ['protective-order'], withheld: false })
})

it('nobody is offered, or named by a form, who is neither of the party nor the visitor’s own', async () => {
	const { id, others, visitorId, ctx } = await visit()
	const [row] = await seed.select().from(booking).where(eq(booking.id, id))
	const people = await seed.select().from(visitor)
	const refOf = (one: string) => people.find((person) => person.id === one)?.ref ?? ''
	const check = await checkParty(ctx, row?.ref ?? '', [visitorId, ...others].map(refOf))
	expect(check).toMatchObject({ same: true, added: [] })
})

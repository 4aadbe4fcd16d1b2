import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newRef } from '#db/ids.ts'
import { audit, closure } from '#db/schema/index.ts'
import { startWeb } from './web.ts'

const web = await startWeb()
let earlier = 0

beforeEach(async () => {
	earlier = (await refusals()).length
})

/** What Per was refused, without what earlier tests left: the trail cannot be emptied. */
async function refusals() {
	const rows = await web.db
		.select()
		.from(audit)
		.where(and(eq(audit.action, 'access.refuse'), eq(audit.actorId, web.officers.per)))
		.orderBy(audit.id)
	return rows.slice(earlier)
}

test('what an officer is refused is noted: the page, the answer, and what was asked for', async () => {
	const per = await web.signedIn('per')
	const unknown = newRef()
	expect((await per.get('/staff/funds')).status).toBe(403)
	expect((await per.get(`/staff/bookings/${unknown}`)).status).toBe(404)
	expect((await per.get('/staff/bookings/Kari.Nordmann')).status).toBe(404)
	expect((await per.get('/staff/check-in?code=K7QM-4TXW')).status).toBe(200)
	expect((await per.get('/staff/no-such-page')).status).toBe(404)
	const rows = await refusals()
	expect(rows.map(({ detail }) => detail)).toEqual([
		{ page: '/staff/funds', status: 403, ref: null },
		{ page: '/staff/bookings/:ref', status: 404, ref: unknown },
		{ page: '/staff/bookings/:ref', status: 404, ref: null },
		{ page: '/staff/check-in', status: 404, ref: 'K7QM-4TXW' },
	])
	expect(rows.map(({ facilityId }) => facilityId)).toEqual(rows.map(() => web.facilities.hal))
})

test("another prison's thing is as one that is not there, also for an act, and that it was tried is noted", async () => {
	const per = await web.signedIn('per')
	const [theirs, nobodys] = [newRef(), newRef()]
	await web.db.insert(closure).values({
		id: randomUUID(),
		ref: theirs,
		facilityId: web.facilities.bjo,
		firstDate: '2031-01-01',
		lastDate: '2031-01-02',
		reason: 'Kurs',
		createdAt: new Date(),
	})
	const answers = []
	for (const ref of [theirs, nobodys]) {
		const answer = await per.post('/staff/closures', { closure: ref })
		answers.push([answer.status, (await answer.text()).replaceAll(/nonce="[^"]*"/g, '').length])
	}
	expect(answers[0]).toEqual([404, answers[1]?.[1]])
	const [kept] = await web.db.select().from(closure).where(eq(closure.ref, theirs))
	expect(kept?.endedAt).toBeNull()
	expect((await refusals()).map(({ detail }) => detail.status)).toEqual([404, 404])
})

test('sixty an hour are noted of one officer, and no more', async () => {
	const per = await web.signedIn('per')
	for (let n = 0; n < 63; n++) expect((await per.get('/staff/funds')).status).toBe(403)
	earlier = 0
	expect(await refusals()).toHaveLength(60)
})

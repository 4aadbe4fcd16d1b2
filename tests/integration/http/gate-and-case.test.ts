import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { apply } from '#app/services/applications/apply.server.ts'
import { newCode, newRef } from '#db/ids.ts'
import { application, ban, booking, courtRestriction } from '#db/schema/index.ts'
import { addPermit, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { addBooking, addSession, asVisitor } from '#tests/support/rows.ts'
import { startWeb } from './web.ts'

const web = await startWeb()
const nora = await web.signedIn('nora')
const per = await web.signedIn('per')
const t = translator('nb')
// Nora works in two prisons, and sees visits in both: this is the one where she lets people in.
await nora.post(paths.staff.facility(), { slug: 'hal' })
const minutes = (count: number) => new Date(Date.now() + count * 60_000)

/** A visit that has just begun, so that it is today's whenever the test runs. */
async function visit(state: 'confirmed' | 'no-show' = 'confirmed') {
	const prisonerId = await addPrisoner(web.db, { facilityId: web.facilities.hal, number: `G-${newCode()}` })
	const present = newRef()
	const visitorId = await addVisitor(web.db, { givenName: 'Kjell', familyName: 'Johansen', ref: present })
	await addPermit(web.db, { visitorId, prisonerId })
	const sessionId = await addSession(web.db, { facilityId: web.facilities.hal, startsAt: minutes(-10) })
	const code = newCode()
	await addBooking(web.db, { prisonerId, party: [visitorId], sessionId, code, state })
	return { code, prisonerId, visitorId, letIn: { step: 'check-in', present }, at: paths.staff.checkIn({ code }) }
}

const stateOf = async (code: string) => (await web.db.select().from(booking).where(eq(booking.code, code)))[0]?.state
const letIn = (who: string) => t('conflict.visit-let-in', { by: 'some', who })
const inButton = 'value="check-in"'

test('a banned visitor is not let in: the page says who and why, has no button, and a press is refused', async () => {
	const { code, visitorId, letIn: letInForm, at } = await visit()
	expect(await (await nora.get(at)).text()).toContain(inButton)
	const toAt = minutes(60 * 24 * 30)
	await web.db
		.insert(ban)
		.values({ id: randomUUID(), ref: newRef(), visitorId, facilityId: null, fromAt: minutes(-60), toAt, reason: 'x' })
	const page = await (await nora.get(at)).text()
	expect(page).toContain(t('bookings.officer.gate.stop.title'))
	expect(page).toMatch(/Kjell Johansen er utestengt til \d+\. /)
	expect(page).not.toContain(inButton)
	expect(page).toContain('value="turn-away"')

	const pressed = await nora.post(at, letInForm)
	expect(pressed.status).toBe(409)
	expect(await pressed.text()).toContain(t('bookings.officer.gate.refused'))
	expect(await stateOf(code)).toBe('confirmed')
	const today = await (await nora.get(paths.staff.day())).text()
	expect(today).toContain('data-mark="stopped"')
	expect(today).toContain(
		t('bookings.officer.status.stopped-for', { causes: t('bookings.officer.stop.visitor-banned') }),
	)
})

test("a court's ban is a plain stop for who may not read of it, and named to who may", async () => {
	const { prisonerId, letIn: letInForm, at } = await visit()
	await web.db.insert(courtRestriction).values({
		...{ id: randomUUID(), ref: newRef(), prisonerId, type: 'visit-ban', orderReference: 'X' },
		...{ fromAt: minutes(-60), toAt: minutes(600), coversOfficial: false },
	})
	const [seenByNora, seenByPer] = [await (await nora.get(at)).text(), await (await per.get(at)).text()]
	const cause = t('bookings.officer.gate.stop.court-restriction')
	expect(seenByNora).toContain(t('bookings.officer.gate.stop.neutral'))
	expect(seenByNora).not.toContain(cause)
	expect(seenByNora).not.toContain('court-restriction')
	expect(seenByPer).toContain(cause)
	for (const page of [seenByNora, seenByPer]) expect(page).not.toContain(inButton)
	const pressed = await (await nora.post(at, letInForm)).text()
	expect(pressed).not.toContain(cause)
	expect(pressed).not.toContain('court-restriction')
})

test('a record is corrected with a reason, and past no stop that its officer may not read of', async () => {
	const { code, prisonerId, at } = await visit('no-show')
	const wrong = { step: 'correct', to: 'checked-in', from: 'no-show' }
	expect(await (await nora.get(at)).text()).toContain(t('bookings.officer.correct.title'))
	const bare = await nora.post(at, { ...wrong, reason: '' })
	expect(bare.status).toBe(400)
	expect(await bare.text()).toMatch(/<details[^>]* open=""/)
	await web.db.insert(courtRestriction).values({
		...{ id: randomUUID(), ref: newRef(), prisonerId, type: 'visit-ban', orderReference: 'X' },
		...{ fromAt: minutes(-60), toAt: minutes(600), coversOfficial: false },
	})
	const refused = await nora.post(at, { ...wrong, reason: 'They sat in the hall' })
	expect(refused.status).toBe(409)
	const page = await refused.text()
	expect(page).toContain(t('bookings.officer.gate.refused'))
	for (const secret of ['court-restriction', 'visit-ban', t('refusals.court-restriction.officer')])
		expect(page).not.toContain(secret)
	expect(await stateOf(code)).toBe('no-show')
	expect((await nora.post(at, { ...wrong, to: 'turned-away', reason: 'No proof of identity' })).status).toBe(303)
	expect(await stateOf(code)).toBe('turned-away')
})

test('a second press at the gate answers with what is so; a colleague reads who came first', async () => {
	const { code, letIn: letInForm, at } = await visit()
	expect((await nora.post(at, letInForm)).status).toBe(303)
	expect((await nora.post(at, letInForm)).status).toBe(303)
	const page = await (await nora.get(at)).text()
	expect(page).toContain(t('bookings.officer.gate.already'))
	expect(page).toContain(letIn('Du'))

	const late = await per.post(at, letInForm)
	expect(late.status).toBe(409)
	const text = await late.text()
	expect(text).toContain(letIn('Nora Vakt'))
	expect(text).not.toContain(t('errors.stale-form.text'))
	expect((await nora.post(at, { step: 'no-show' })).status).toBe(409)
	expect(await stateOf(code)).toBe('checked-in')
})

test('each of a party is let in, absent or turned away by themselves, and a child not without an adult', async () => {
	const prisonerId = await addPrisoner(web.db, { facilityId: web.facilities.hal, number: `G-${newCode()}` })
	const [kari, liten] = [newRef(), newRef()]
	const adultId = await addVisitor(web.db, { givenName: 'Kari', familyName: 'Voksen', ref: kari })
	const child = { givenName: 'Liten', familyName: 'Voksen', ref: liten, born: '2019-01-01', guardians: [adultId] }
	const childId = await addVisitor(web.db, child)
	for (const visitorId of [adultId, childId]) await addPermit(web.db, { visitorId, prisonerId, guardianConsent: true })
	const sessionId = await addSession(web.db, { facilityId: web.facilities.hal, startsAt: minutes(-10) })
	const code = newCode()
	await addBooking(web.db, { prisonerId, party: [adultId, childId], sessionId, code })
	const at = paths.staff.checkIn({ code })

	// All are there unless a tick is taken away.
	const page = await (await nora.get(at)).text()
	for (const ref of [kari, liten])
		expect(page).toMatch(new RegExp(`name="present"[^>]*value="${ref}"[^>]*checked|checked[^>]*value="${ref}"`))
	const nobody = await nora.post(at, { step: 'check-in' })
	expect(nobody.status).toBe(400)
	expect(await nobody.text()).toContain(t('bookings.officer.error.present'))
	const alone = await nora.post(at, { step: 'check-in', present: liten })
	expect(alone.status).toBe(409)
	expect(await alone.text()).toContain(t('refusals.no-adult.officer'))
	const unsaid = await nora.post(at, { step: 'check-in', present: kari, turnedAway: liten })
	expect(unsaid.status).toBe(400)
	expect(await stateOf(code)).toBe('confirmed')

	expect((await nora.post(at, { step: 'check-in', present: kari, turnedAway: liten, reason: 'Syk' })).status).toBe(303)
	expect(await (await nora.get(at)).text()).toContain(
		t('bookings.officer.gate.presence.turned-away-for', { reason: 'Syk' }),
	)
	expect((await nora.post(at, { step: 'check-in', present: liten })).status).toBe(303)
	const after = await (await nora.get(at)).text()
	expect(after).not.toContain('Syk')
	expect(after).not.toContain(inButton)
	expect(
		(await nora.post(at, { step: 'correct', to: 'no-show', reason: 'Feil familie', from: 'checked-in' })).status,
	).toBe(409)
	expect(
		(await nora.post(at, { step: 'correct', to: 'confirmed', reason: 'Feil familie', from: 'checked-in' })).status,
	).toBe(303)
	expect(await (await nora.get(at)).text()).toContain(inButton)
})

async function applied(name: string, number = 'X-9728') {
	const visitorId = await addVisitor(web.db, { givenName: 'Amina', familyName: 'Solberg' })
	const ctx = { ...asVisitor(web.db, visitorId), now: new Date() }
	const { ref } = await apply(ctx, { visitorId, number, name, relationship: 'friend' })
	return { ref, at: paths.staff.application(ref) }
}
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

test('a match by hand shows both, asks again for another name, and is undone', async () => {
	const number = `H-${newCode()}`
	await addPrisoner(web.db, { facilityId: web.facilities.hal, number, givenName: 'Eirik', familyName: 'Berg' })
	const { ref, at } = await applied('Knut Årdal')

	const wrong = await per.post(at, { step: 'find-prisoner', number: 'F-0000' })
	expect(wrong.status).toBe(400)
	const field = await wrong.text()
	expect(field).toContain(t('applications.officer.case.link-unknown'))
	expect(field).toMatch(/<input(?=[^>]*id="link-number")(?=[^>]*value="F-0000")(?=[^>]*aria-invalid="true")/)

	const found = await (await per.post(at, { step: 'find-prisoner', number })).text()
	for (const shown of ['Knut Årdal', 'Berg, Eirik', t('applications.officer.case.link-differs')])
		expect(found).toContain(shown)
	const version = hidden(found, 'version')
	const unconfirmed = await per.post(at, { step: 'link', number, version })
	expect(unconfirmed.status).toBe(400)
	expect(await unconfirmed.text()).toContain('id="link-confirm-error"')
	expect((await per.post(at, { step: 'link', number, version, confirm: 'yes' })).status).toBe(303)
	const linked = await (await per.get(at)).text()
	expect(linked).toContain(t('applications.officer.match.linked-by', { name: 'Per' }))
	expect((await per.post(at, { step: 'unlink', version: hidden(linked, 'version') })).status).toBe(303)
	const [row] = await web.db.select().from(application).where(eq(application.ref, ref))
	expect(row?.prisonerId).toBeNull()
})

test('a case whose police check speaks against it has no button to grant, and says what it takes', async () => {
	const number = `S-${newCode()}`
	await addPrisoner(web.db, { facilityId: web.facilities.hal, number, givenName: 'Eirik', familyName: 'Berg' })
	const { ref, at } = await applied('Eirik Berg', number)
	for (const check of ['identity', 'prisoner-consent', 'police-check', 'conflict-check']) {
		const page = await (await per.get(at)).text()
		const row = page.slice(page.indexOf(`name="check" value="${check}"`))
		const outcome = check === 'police-check' ? 'stop' : 'clear'
		expect((await per.post(at, { step: 'check', check, outcome, seen: hidden(row, 'seen') })).status).toBe(303)
	}
	const page = await (await per.get(at)).text()
	expect(page).not.toContain('value="grant"')
	expect(page).toContain(t('applications.officer.case.needs-reasons'))
	const [row] = await web.db.select().from(application).where(eq(application.ref, ref))
	expect((await per.post(at, { step: 'grant', version: `${row?.version}` })).status).toBe(400)
	const stale = await per.post(at, { step: 'check', check: 'police-check', outcome: 'clear', seen: 'open' })
	expect(stale.status).toBe(409)
	expect(await stale.text()).toContain(t('conflict.application-check-set', { by: 'some', who: t('conflict.by.you') }))
	const [after] = await web.db.select().from(application).where(eq(application.ref, ref))
	expect([after?.state, after?.version]).toEqual(['ready', row?.version])
})

test('a request is not approved past an order, which is named to who may read of it alone', async () => {
	const prisonerId = await addPrisoner(web.db, { facilityId: web.facilities.hal, number: `G-${newCode()}` })
	const visitorId = await addVisitor(web.db, { givenName: 'Kjell', familyName: 'Johansen' })
	await addPermit(web.db, { visitorId, prisonerId })
	const sessionId = await addSession(web.db, { facilityId: web.facilities.hal, startsAt: minutes(3 * 24 * 60) })
	const ref = newRef()
	await addBooking(web.db, { prisonerId, party: [visitorId], sessionId, ref, state: 'requested' })
	await web.db.insert(courtRestriction).values({
		...{ id: randomUUID(), ref: newRef(), prisonerId, type: 'visit-ban', orderReference: 'X' },
		...{ fromAt: minutes(-60), toAt: minutes(10 * 24 * 60), coversOfficial: false },
	})
	const approve = { step: 'approve', version: '0' }
	const answers = [
		await nora.post(paths.staff.booking(ref), approve),
		await per.post(paths.staff.booking(ref), approve),
	]
	const [seenByNora = '', seenByPer = ''] = await Promise.all(answers.map((answer) => answer.text()))
	expect(answers.map(({ status }) => status)).toEqual([409, 409])
	const named = t('refusals.court-restriction.officer')
	expect(seenByNora).toContain(t('bookings.officer.refused.withheld'))
	for (const secret of ['court-restriction', named]) expect(seenByNora).not.toContain(secret)
	expect(seenByPer).toContain(named)
})

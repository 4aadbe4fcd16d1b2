import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { MessageKind } from '#app/domain/messages.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { newCode, newRef } from '#db/ids.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { audit, message, visitor } from '#db/schema/index.ts'
import { addPermit, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { addBooking, addSession } from '#tests/support/rows.ts'
import { introduction, startWeb } from './web.ts'

const web = await startWeb()
const nora = await web.signedIn('nora')
const kari = await web.signedIn('kari', introduction)
const t = translator('nb')
await nora.post(paths.staff.facility(), { slug: 'hal' })

const soon = new Date(Date.now() + 3 * 86_400_000)
type Fate = Partial<Pick<typeof message.$inferInsert, 'sentAt' | 'deadAt' | 'undelivered' | 'attempts'>>
const dead = (undelivered: NonNullable<Fate['undelivered']>): Fate => ({ deadAt: new Date(), undelivered })

/** A cancelled visit, and what became of the word of it to each. */
async function cancelled(people: { familyName: string; phone?: string; email?: string | null; fate?: Fate }[]) {
	const prisonerId = await addPrisoner(web.db, { facilityId: web.facilities.hal, number: `D-${newCode()}` })
	const sessionId = await addSession(web.db, { facilityId: web.facilities.hal, startsAt: soon })
	const party: string[] = []
	for (const { familyName, phone, email } of people) {
		const id = await addVisitor(web.db, { givenName: 'Ada', familyName, phone, email: email ?? null })
		await addPermit(web.db, { visitorId: id, prisonerId })
		party.push(id)
	}
	const ref = newRef()
	const state = 'cancelled' as const
	const id = await addBooking(web.db, {
		prisonerId,
		party,
		sessionId,
		ref,
		state,
		cancelledBy: 'prison',
		endedAt: new Date(),
	})
	const kind: MessageKind = 'booking-cancelled'
	await queueMessages(
		web.db,
		party.map((toVisitorId) => ({ kind, toVisitorId, bookingId: id, queuedAt: new Date() })),
	)
	for (const [index, { fate }] of people.entries())
		if (fate)
			await web.db
				.update(message)
				.set(fate)
				.where(eq(message.toVisitorId, party[index] ?? ''))
	return { id, ref, party }
}

const rowOf = (page: string, name: string) => page.split('<tr').find((row) => row.includes(`${name}, Ada`)) ?? ''
const read = async (path: string, who = nora) => (await who.get(path)).text()

test('a visit shows who was told, and whom to call at which number', async () => {
	const { ref } = await cancelled([
		{ familyName: 'Avvist', phone: '+47 400 00 001', email: 'avvist@post.example', fate: dead('refused') },
		{ familyName: 'Gittopp', phone: '40000002', email: 'full@post.example', fate: dead('gave-up') },
		{ familyName: 'Utenadresse', fate: dead('no-address') },
		{ familyName: 'Usendt', phone: '40000004' },
		{ familyName: 'Sendt', phone: '40000005', email: 'sendt@post.example', fate: { sentAt: new Date() } },
		{ familyName: 'Venter', phone: '40000006', email: 'venter@post.example', fate: { attempts: 3 } },
	])
	const page = await read(paths.staff.booking(ref))
	expect(rowOf(page, 'Avvist')).toContain(t('messages.delivery.refused'))
	expect(rowOf(page, 'Avvist')).toContain('href="tel:+4740000001"')
	expect(rowOf(page, 'Gittopp')).toContain(t('messages.delivery.gave-up'))
	expect(rowOf(page, 'Gittopp')).toContain('tel:40000002')
	expect(rowOf(page, 'Utenadresse')).toContain(t('messages.delivery.no-phone'))
	expect(rowOf(page, 'Usendt')).toContain(t('messages.delivery.no-address'))
	expect(rowOf(page, 'Usendt')).toContain('tel:40000004')
	expect(rowOf(page, 'Sendt')).toContain(t('messages.delivery.sent'))
	expect(rowOf(page, 'Sendt')).not.toContain('tel:')
	expect(rowOf(page, 'Venter')).toContain(t('messages.delivery.again'))
	expect(page).not.toContain('40000005')
	expect(page).not.toContain('post.example')
})

test('who must be called stands on Today and with the reviews, until the visit is over or the word gets through', async () => {
	const { ref, party } = await cancelled([
		{ familyName: 'Ringes', phone: '40000011', fate: dead('no-address') },
		{ familyName: 'Nådd', phone: '40000012', email: 'n@post.example', fate: { sentAt: new Date() } },
	])
	const page = await read(paths.staff.reviews())
	expect(page).toContain(t('messages.to-call.title'))
	expect(rowOf(page, 'Ringes')).toContain('tel:40000011')
	expect(rowOf(page, 'Ringes')).toContain(paths.staff.booking(ref))
	expect(page).not.toContain('Nådd')
	const today = await read(paths.staff.today())
	expect(today).toContain(paths.staff.peopleToCall())
	expect(today).not.toContain('Ringes')
	await web.db
		.update(message)
		.set({ sentAt: new Date(), deadAt: null, undelivered: null })
		.where(eq(message.toVisitorId, party[0] ?? ''))
	expect(await read(paths.staff.reviews())).not.toContain('Ringes')
})

test('another prison reads nothing of it, and who cancelled it need not be called', async () => {
	const { id, party } = await cancelled([{ familyName: 'Selv', phone: '40000021', fate: dead('no-address') }])
	expect(await read(paths.staff.reviews())).toContain('Selv')
	await nora.post(paths.staff.facility(), { slug: 'bjo' })
	expect(await read(paths.staff.reviews())).not.toContain('Selv')
	await nora.post(paths.staff.facility(), { slug: 'hal' })
	const [queued] = await web.db.select().from(message).where(eq(message.bookingId, id))
	await web.db.insert(audit).values({
		...{ at: queued?.queuedAt ?? soon, actorKind: 'visitor', actorId: party[0] ?? null, action: 'booking.cancel' },
		...{ facilityId: web.facilities.hal, subjectKind: 'booking', subjectId: id, detail: {} },
	})
	expect(await read(paths.staff.reviews())).not.toContain('Selv')
})

test('a family whom e-mail does not reach is told how they will hear, and where to mend it', async () => {
	const [me] = await web.db.select().from(visitor).where(eq(visitor.email, introduction.email))
	const hint = t('messages.reach.none')
	for (const path of [paths.home(), paths.me(), paths.waitingList()]) expect(await read(path, kari)).not.toContain(hint)
	await web.db
		.update(visitor)
		.set({ email: null })
		.where(eq(visitor.id, me?.id ?? ''))
	for (const path of [paths.home(), paths.me(), paths.waitingList()]) expect(await read(path, kari)).toContain(hint)
	await web.db
		.update(visitor)
		.set({ email: introduction.email, emailFailedAt: new Date() })
		.where(eq(visitor.id, me?.id ?? ''))
	const failing = t('messages.reach.failing', { email: introduction.email })
	for (const path of [paths.home(), paths.me()]) expect(await read(path, kari)).toContain(failing)
})

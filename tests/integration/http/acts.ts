import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { paths } from '#app/paths.ts'
import { newId, newRef } from '#db/ids.ts'
import { application, closure, discrepancy, prisoner, topUp, waitingListOffer } from '#db/schema/index.ts'
import { addBooking } from '#tests/support/rows.ts'
import {
	type Act,
	applied,
	atGate,
	type Cast,
	dayOf,
	entry,
	inDays,
	kari,
	letters,
	me,
	nora,
	ordered,
	paid,
	pair,
	proposal,
	reviewed,
	session,
	stay,
	twoWhoMayCome,
	visit,
} from './act-cast.ts'

export type { Act, Cast }

/** Actions that are left out, each with why. */
export const leftOut: Readonly<Record<string, string>> = {
	'routes/_family.sign-in': 'each press begins a sign-in of its own',
	'routes/staff_.sign-in': 'each press begins a sign-in of its own',
	'routes/staff.restrictions._index': 'a search changes nothing, and each is logged',
	'routes/sign-out': 'after the first there is nobody to sign out',
	'routes/staff_.sign-out': 'after the first there is nobody to sign out',
	'routes/_family.welcome': 'its cookie is used up by the first; one account is made (family-sign-in.test.ts)',
	'routes/webhooks.sign-out': 'a machine; a token is used once (forged-tokens.test.ts)',
	'routes/webhooks.stripe': 'a machine; events are taken once (webhooks.test.ts)',
	'routes/api.v1.phone-usage': 'a machine; calls are booked once (usage-http.test.ts)',
	'routes/api.v1.register': 'a machine; files have a key of their own (sent-files.test.ts)',
}

/** One valid form for each action of the build, and for each of its steps. */
export const acts: Readonly<Record<string, (cast: Cast) => Promise<Act>>> = {
	'routes/language': async () => kari(paths.language(), { locale: 'nb' }),
	'routes/_family.visits_.new.who': async (cast) => {
		const { permitRef } = await pair(cast)
		return kari(paths.newVisitStep('who'), { for: permitRef, with: await me(cast) })
	},
	'routes/_family.visits_.new.time': async (cast) => {
		const [{ permitRef }, at] = [await pair(cast), await session(cast)]
		const path = paths.newVisitStep('time', { for: permitRef, with: await me(cast) })
		return kari(path, { session: at.ref, idempotencyKey: randomUUID() })
	},
	'routes/_family.visits_.new.check': async (cast) => {
		const { ref } = await visit(cast, { state: 'held', holdUntil: inDays(1) })
		return kari(paths.newVisitStep('check', { hold: ref }))
	},
	'routes/_family.visits_.$ref.cancel': async (cast) =>
		kari(paths.cancelVisit((await visit(cast)).ref), { version: '0' }),
	'routes/_family.visits_.$ref.change': async (cast) => {
		const [{ ref }, to] = [await visit(cast), await session(cast)]
		return kari(paths.changeVisit(ref), { session: to.ref, idempotencyKey: randomUUID(), version: '0' })
	},
	'routes/_family.visits_.$ref.change#asks': async (cast) => {
		const [{ ref }, to] = [await visit(cast), await session(cast, { approval: 'request' })]
		return kari(paths.changeVisit(ref), { session: to.ref, idempotencyKey: randomUUID(), version: '0' })
	},
	'routes/_family.visits_.$ref.party._index': async (cast) =>
		kari(paths.changeParty((await visit(cast)).ref), { with: await me(cast), version: '0' }),
	'routes/_family.visits_.$ref.party.check': async (cast) => {
		const { ref, with: both } = await twoWhoMayCome(cast)
		return kari(paths.checkParty(ref, { with: both.join(',') }), { version: '0' })
	},
	'routes/_family.visits_.$ref.change-stay': async (cast) => {
		const { roomId, prisonerId, day } = await stay(cast)
		const ref = newRef()
		const [startsAt, endsAt] = [inDays(day), inDays(day, 3)]
		await addBooking(cast.db, { prisonerId, party: [cast.kariId], roomId, startsAt, endsAt, ref })
		const to = `${inDays(day, 6).toISOString()}/${inDays(day, 9).toISOString()}`
		return kari(paths.changeStay(ref), { stay: to, idempotencyKey: randomUUID(), version: '0' })
	},
	'routes/_family.rooms_.$ref.new._index': async (cast) => {
		const { roomRef, permitRef } = await stay(cast)
		return kari(paths.newStay(roomRef), { for: permitRef, with: await me(cast), nights: '0' })
	},
	'routes/_family.rooms_.$ref.new.time': async (cast) => {
		const { roomRef, permitRef, day } = await stay(cast)
		const path = paths.newStayTime(roomRef, { for: permitRef, with: await me(cast), nights: 0 })
		return kari(path, {
			stay: `${inDays(day).toISOString()}/${inDays(day, 3).toISOString()}`,
			idempotencyKey: randomUUID(),
		})
	},
	'routes/_family.waiting-list._index#make': async (cast) => {
		const { permitRef } = await pair(cast)
		const [from, to] = [dayOf(inDays(1)), dayOf(inDays(20))]
		const parts = (name: string, day: string) => ({
			[`${name}.day`]: day.slice(8),
			[`${name}.month`]: day.slice(5, 7),
			[`${name}.year`]: day.slice(0, 4),
		})
		const days = { ...parts('from', from), ...parts('to', to) }
		return kari(paths.waitingList({ for: permitRef }), { step: 'make', idempotencyKey: randomUUID(), ...days })
	},
	'routes/_family.waiting-list._index#withdraw': async (cast) =>
		kari(paths.waitingList(), { step: 'withdraw', entry: (await entry(cast)).ref, idempotencyKey: randomUUID() }),
	'routes/_family.waiting-list._index#accept': async (cast) => {
		const [one, at] = [await entry(cast), await session(cast)]
		await cast.db.insert(waitingListOffer).values({
			...{ id: randomUUID(), waitingListEntryId: one.id, sessionId: at.id, people: 1, offeredAt: new Date() },
			...{ until: inDays(1), state: 'open' },
		})
		return kari(paths.waitingList(), { step: 'accept', entry: one.ref, idempotencyKey: randomUUID(), session: at.ref })
	},
	'routes/_family.applications_.new': async (cast) =>
		kari(paths.newApplication(), {
			...{ idempotencyKey: randomUUID(), visitor: await me(cast), number: `X-${randomUUID().slice(0, 8)}` },
			...{ name: 'Ola Nordmann', relationship: 'friend' },
		}),
	'routes/_family.applications_.$ref': async ({ db, kariId }) => {
		const ref = newRef()
		await db.insert(application).values({
			...{ id: randomUUID(), ref, applicantId: kariId, visitorId: kariId, typedNumber: randomUUID() },
			...{ typedName: 'Ola', relationship: 'friend', track: 'family', guardianConsent: false },
			...{ state: 'received', receivedAt: new Date() },
		})
		return kari(paths.application(ref))
	},
	'routes/_family.children._index': async () =>
		kari(paths.children(), {
			...{ givenName: `Liten ${letters().slice(0, 8)}`, familyName: 'Prøve', idempotencyKey: randomUUID() },
			...{ 'born.day': '2', 'born.month': '4', 'born.year': '2018' },
		}),
	'routes/_family.me._index': async () =>
		kari(paths.me(), { email: `${randomUUID()}@example.no`, phone: '', language: 'nb' }),
	'routes/_family.phone_.new._index': async (cast) => {
		const { permitRef, prisonerId } = await pair(cast)
		const [found] = await cast.db.select().from(prisoner).where(eq(prisoner.id, prisonerId))
		return kari(paths.newTopUp(), { for: permitRef, number: found?.number ?? '' })
	},
	'routes/_family.phone_.new.amount': async (cast) =>
		kari(paths.newTopUpStep('amount', { for: (await pair(cast)).permitRef }), { amount: '20000' }),
	'routes/_family.phone_.new.check': async (cast) =>
		kari(paths.newTopUpStep('check', { for: (await pair(cast)).permitRef, ore: 20_000, key: randomUUID() })),
	'routes/_family.phone_.$ref._index': async (cast) => {
		const { prisonerId } = await pair(cast)
		const [now, ref] = [new Date(), newRef()]
		await cast.db.insert(topUp).values({
			...{ id: newId(now), ref, payerId: cast.kariId, prisonerId, facilityId: cast.facilityId, ore: 20_000 },
			...{ state: 'started', startedAt: now, checkoutUntil: inDays(1) },
		})
		return kari(paths.topUp(ref))
	},
	'routes/staff.facility': async () => nora(paths.staff.facility(), { slug: 'hal' }),
	'routes/staff.bookings.$ref#approve': async (cast) => {
		const { ref } = await visit(cast, { state: 'requested' })
		return nora(paths.staff.booking(ref), { step: 'approve', version: '0' })
	},
	'routes/staff.bookings.$ref#decline': async (cast) => {
		const { ref } = await visit(cast, { state: 'requested' })
		return nora(paths.staff.booking(ref), { step: 'decline', reason: 'Full hall', version: '0' })
	},
	'routes/staff.bookings.$ref#cancel': async (cast) => {
		const { ref } = await visit(cast)
		return nora(paths.staff.booking(ref), { step: 'cancel', onBehalfOf: 'prison', reason: 'Staff', version: '0' })
	},
	'routes/staff.bookings.$ref_.party': async (cast) => {
		const { ref, child } = await twoWhoMayCome(cast)
		return nora(paths.staff.bookingParty(ref), { with: child, version: '0' })
	},
	'routes/staff.check-in#check-in': (cast) => atGate(cast, { step: 'check-in' }),
	'routes/staff.check-in#complete': (cast) => atGate(cast, { step: 'complete' }, 'checked-in'),
	'routes/staff.check-in#no-show': (cast) => atGate(cast, { step: 'no-show' }),
	'routes/staff.check-in#correct': (cast) =>
		atGate(cast, { step: 'correct', to: 'completed', reason: 'They sat in the hall', from: 'no-show' }, 'no-show'),
	'routes/staff.check-in#turn-away': (cast) => atGate(cast, { step: 'turn-away', reason: 'No identification' }),
	'routes/staff.applications.$ref#check': async (cast) => {
		const { path } = await applied(cast)
		const seen = /name="seen" value="([^"]*)"/.exec(await (await cast.nora.get(path)).text())?.[1] ?? ''
		return nora(path, { step: 'check', check: 'identity', outcome: 'limits', seen })
	},
	'routes/staff.applications.$ref#link': async (cast) => {
		const { path, number } = await applied(cast, { linked: false })
		return nora(path, { step: 'link', number, version: '1', confirm: 'yes' })
	},
	'routes/staff.applications.$ref#unlink': async (cast) =>
		nora((await applied(cast)).path, { step: 'unlink', version: '1' }),
	'routes/staff.applications.$ref#grant': async (cast) =>
		nora((await applied(cast, { cleared: true })).path, { step: 'grant', version: '1' }),
	'routes/staff.reviews.$ref#claim': async (cast) =>
		nora(paths.staff.review((await reviewed(cast)).ref), { step: 'claim' }),
	'routes/staff.reviews.$ref#kept': async (cast) =>
		nora(paths.staff.review((await reviewed(cast)).ref), { step: 'kept' }),
	'routes/staff.reviews.$ref#moved': async (cast) => {
		const [{ ref }, to] = [await reviewed(cast), await session(cast)]
		return nora(paths.staff.review(ref), { step: 'moved', session: to.ref })
	},
	'routes/staff.reviews.$ref#cancelled': async (cast) =>
		nora(paths.staff.review((await reviewed(cast)).ref), { step: 'cancelled', reason: 'Staff' }),
	'routes/staff.closures.new': async (cast) => {
		const { ref } = await session(cast)
		return nora(paths.staff.newClosure({ what: 'session', session: ref }), { reason: 'Training' })
	},
	'routes/staff.closures._index': async ({ db, facilityId }) => {
		const ref = newRef()
		const day = dayOf(inDays(300))
		await db.insert(closure).values({
			...{ id: randomUUID(), ref, facilityId, firstDate: day, lastDate: day, reason: 'Training' },
			createdAt: new Date(),
		})
		return nora(paths.staff.closures(), { closure: ref })
	},
	'routes/staff.restrictions.new': async (cast) => {
		const { prisonerRef } = await pair(cast)
		const days = { from: dayOf(inDays(0)), to: dayOf(inDays(30)) }
		const plan = { kind: 'court-restriction', prisoner: prisonerRef, step: 'details', type: 'letter-ban', ...days }
		const ground = { reference: '26-1', source: 'court', reason: 'Evidence', reviewOn: dayOf(inDays(20)) }
		return nora(paths.staff.newRestriction(plan), { step: 'save', idempotencyKey: randomUUID(), ...ground })
	},
	'routes/staff.restrictions.$ref': async (cast) =>
		nora(paths.staff.restriction(await ordered(cast)), { step: 'end', reason: 'Lifted by the court' }),
	'routes/staff.funds._index': async (cast) => {
		const { prisonerId } = await pair(cast)
		for (let n = 0; n < 4; n++) await paid(cast, prisonerId)
		const [found] = await cast.db.select().from(prisoner).where(eq(prisoner.id, prisonerId))
		const about = { pattern: 'often-in-a-week', payer: await me(cast), prisoner: found?.number ?? '' }
		return nora(paths.staff.funds(), { ...about, note: 'The parents share it' })
	},
	'routes/staff.funds.$ref._index#hold': async (cast) => {
		const { ref } = await paid(cast, (await pair(cast)).prisonerId, false)
		return nora(paths.staff.topUpDetails(ref), { step: 'hold', reason: 'Odd' })
	},
	'routes/staff.funds.$ref._index#release-hold': async (cast) => {
		const { id, ref } = await paid(cast, (await pair(cast)).prisonerId, false)
		const held = { heldBy: cast.perId, heldAt: new Date(), holdReason: 'Odd' }
		await cast.db.update(topUp).set(held).where(eq(topUp.id, id))
		return nora(paths.staff.topUpDetails(ref), { step: 'release-hold' })
	},
	'routes/staff.funds.$ref.refund': async (cast) => {
		const { ref } = await paid(cast, (await pair(cast)).prisonerId)
		return nora(paths.staff.newRefund(ref), {
			step: 'do',
			idempotencyKey: randomUUID(),
			amount: '200',
			reason: 'Asked',
		})
	},
	'routes/staff.funds.refunds.$ref#approve': async (cast) =>
		nora(paths.staff.refund(await proposal(cast)), { step: 'approve' }),
	'routes/staff.funds.refunds.$ref#decline': async (cast) =>
		nora(paths.staff.refund(await proposal(cast)), { step: 'decline' }),
	'routes/staff.funds.reconciliation#run': async () =>
		nora(paths.staff.reconciliation(), { step: 'run', after: randomUUID() }),
	'routes/staff.funds.reconciliation#end': async (cast) => {
		const ref = newRef()
		const about = { kind: 'only-at-stripe', subject: `ch_${ref}` } as const
		await cast.db.insert(discrepancy).values({ id: randomUUID(), ref, foundAt: new Date(), ...about })
		return nora(paths.staff.reconciliation(), { step: 'end', discrepancy: ref, note: 'Seen' })
	},
	'routes/staff.register._index': async () => ({
		...nora(paths.staff.register({ key: randomUUID() })),
		file: `number;given-name\n${randomUUID()};Ola\n`,
	}),
}

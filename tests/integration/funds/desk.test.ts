import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#app/domain/access/roles.ts'
import { isLoggedOnTopUp } from '#app/domain/funds/logged.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { endDifference } from '#app/services/funds/end-difference.server.ts'
import { holdTopUp, releaseTopUp } from '#app/services/funds/hold-top-up.server.ts'
import { lookAtPattern } from '#app/services/funds/look-at-pattern.server.ts'
import { moneyDesk } from '#app/services/funds/money-desk.server.ts'
import { moneyToExport, searchMoney } from '#app/services/funds/money-search.server.ts'
import { topUpStory } from '#app/services/funds/money-story.server.ts'
import { isReconciliationDue } from '#app/services/funds/reconcile.server.ts'
import { reconcileNow, reconciliations } from '#app/services/funds/reconciliations.server.ts'
import { refundTopUp } from '#app/services/funds/refund.server.ts'
import { refundTerms, refundToDecide } from '#app/services/funds/refund-terms.server.ts'
import { waitingCounts } from '#app/services/staff/waiting-counts.server.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { clock } from '#tests/support/rows.ts'
import { pay, start, type Till, tell, till } from './till.ts'

let database: TestDatabase
let db: Db
let owner: Db
let here: Till
let elsewhere: Till
let one: Ctx
let other: Ctx
beforeAll(async () => {
	database = await cloneDatabase()
	db = connect(database.appUrl, { max: 4 })
	owner = connect(database.ownerUrl, { max: 2 })
	const policy = { topUp: { maxOrePerWeek: 100_000_000, refundAloneOre: 10_000 } }
	here = await till(owner, db, { policy })
	elsewhere = await till(owner, db, { policy })
	;[one, other] = [here.officers[0], here.officers[1]]
})
afterAll(async () => {
	await Promise.all([disconnect(db), disconnect(owner)])
	await database.drop()
})

/** The same officer with another role. */
function as(ctx: Ctx, role: Role): Ctx {
	if (ctx.actor.kind !== 'officer') throw new Error('not an officer')
	return { ...ctx, actor: { ...ctx.actor, grants: [{ role, facilityId: ctx.actor.facilityId }] } }
}

const paid = async (ore: number) => {
	const made = await start(here, { ore })
	await pay(here, made.checkoutId)
	await runDue(db, clock, { work: here.work })
	return made
}
const formKey = () => crypto.randomUUID()

describe('who may', () => {
	const reads: [string, (ctx: Ctx, ref: string) => Promise<unknown>][] = [
		['search', (ctx) => searchMoney(ctx, {})],
		['see what waits', (ctx) => moneyDesk(ctx)],
		['read a story', (ctx, ref) => topUpStory(ctx, ref)],
		['see the comparisons', (ctx) => reconciliations(ctx)],
		['take the list along', (ctx) => moneyToExport(ctx, {})],
	]
	const deeds: [string, (ctx: Ctx, ref: string) => Promise<unknown>][] = [
		['compare now', (ctx) => reconcileNow(ctx, here.stripe.payments)],
		['see what may be refunded', (ctx, ref) => refundTerms(ctx, ref)],
		['hold', (ctx, topUp) => holdTopUp(ctx, { topUp, reason: 'Because' })],
		[
			'note a pattern',
			(ctx) => lookAtPattern(ctx, { pattern: 'often-in-a-week', payer: 'A', prisoner: 'B', note: 'x' }),
		],
	]

	it.each(reads)('%s: finance and the auditor', async (_, read) => {
		const { ref } = await start(here)
		await expect(read(one, ref)).resolves.toBeDefined()
		await expect(read(as(one, 'auditor'), ref)).resolves.toBeDefined()
		for (const role of ['visit-officer', 'screening-officer', 'decision-maker', 'admin'] as const) {
			await expect(read(as(one, role), ref), role).rejects.toMatchObject({ code: 'not-allowed' })
		}
	})

	it.each(deeds)('%s: finance alone', async (_, deed) => {
		const { ref } = await start(here)
		for (const role of ['visit-officer', 'decision-maker', 'admin', 'auditor'] as const) {
			await expect(deed(as(one, role), ref), role).rejects.toMatchObject({ code: 'not-allowed' })
		}
	})

	it('another prison’s payments are not there', async () => {
		const { ref } = await paid(20_000)
		const stranger = elsewhere.officers[0]
		await expect(topUpStory(stranger, ref)).rejects.toMatchObject({ code: 'not-found' })
		await expect(refundTerms(stranger, ref)).rejects.toMatchObject({ code: 'not-found' })
		expect((await searchMoney(stranger, { text: ref })).topUps).toEqual([])
		expect(await moneyToExport(stranger, { text: ref })).toEqual({ topUps: [], more: false })
		const { ref: refund } = await refundTopUp(one, { topUp: ref, ore: 15_000, reason: 'Because', formKey: formKey() })
		await expect(refundToDecide(stranger, refund)).rejects.toMatchObject({ code: 'not-found' })
	})
})

it('finds by amount, day, state and payer, page by page', async () => {
	const { ref } = await paid(12_345)
	const found = async (search: Parameters<typeof searchMoney>[1]) =>
		(await searchMoney(one, search)).topUps.map(({ topUp }) => topUp.ref)
	expect(await found({ ore: 12_345 })).toEqual([ref])
	expect(await found({ ore: 12_345, state: 'started' })).toEqual([])
	expect(await found({ ore: 12_345, from: '2026-11-23', to: '2026-11-23' })).toEqual([ref])
	expect(await found({ ore: 12_345, from: '2026-11-24' })).toEqual([])
	expect(await found({ ore: 12_345, to: '2026-11-22' })).toEqual([])
	expect(await found({ ore: 12_345, after: ref })).toEqual([])
	expect(await found({ ore: 12_345, payer: 'NOBODY' })).toEqual([])
	const all = await found({})
	expect(await found({ after: all[0] ?? '' })).toEqual(all.slice(1))
})

it('a list to take along says whether it is all', async () => {
	for (const ore of [7_001, 7_002]) await paid(ore)
	const taken = await moneyToExport(one, { text: 'Nordmann' }, 1)
	expect([taken.topUps.length, taken.more]).toEqual([1, true])
	expect(await moneyToExport(one, { ore: 7_002 }, 1)).toMatchObject({
		topUps: [{ topUp: { ore: 7_002 } }],
		more: false,
	})
})

it('a proposal waits for another than who made it, and is counted', async () => {
	const { ref } = await paid(20_000)
	const before = await waitingCounts(one)
	const made = await refundTopUp(one, { topUp: ref, ore: 15_000, reason: 'Because', formKey: formKey() })
	expect((await waitingCounts(one)).money).toBe((before.money ?? 0) + 1)
	expect((await waitingCounts(as(one, 'visit-officer'))).money).toBeUndefined()
	const line = async (ctx: Ctx) => (await moneyDesk(ctx)).waiting.find(({ refund }) => refund.id === made.id)
	expect(await line(one)).toMatchObject({ mine: true })
	expect(await line(other)).toMatchObject({ mine: false })
	const next = async (ctx: Ctx) => (await searchMoney(ctx, { text: ref })).topUps[0]?.next
	expect([await next(one), await next(other)]).toEqual(['look', 'decide-refund'])
	expect(await refundToDecide(one, made.ref)).toMatchObject({ mayDecide: false, mostOre: 20_000 })
	expect(await refundToDecide(other, made.ref)).toMatchObject({ mayDecide: true, aloneOre: 10_000 })
})

it('what is held back is counted until it is let go', async () => {
	const { ref } = await start(here)
	const before = (await waitingCounts(one)).money ?? 0
	await holdTopUp(one, { topUp: ref, reason: 'Because' })
	expect((await waitingCounts(one)).money).toBe(before + 1)
	expect((await waitingCounts(elsewhere.officers[0])).money).toBe(0)
	await releaseTopUp(one, { topUp: ref })
	expect((await waitingCounts(one)).money).toBe(before)
})

it('only whoever reads the audit trail sees who looked', async () => {
	const { ref } = await paid(20_000)
	await topUpStory(one, ref)
	const actions = async (ctx: Ctx) => (await topUpStory(ctx, ref)).log.map(({ action }) => action)
	expect(await actions(one)).not.toContain('top-up.view')
	expect(await actions(one)).toContain('top-up.credit')
	expect(await actions(as(one, 'auditor'))).toContain('top-up.view')
})

it('the log of a payment tells of its disputes, and of what differed and was ended', async () => {
	const { ref, checkoutId } = await paid(20_000)
	const { ref: refund } = await refundTopUp(one, { topUp: ref, ore: 1_000, reason: 'Because', formKey: formKey() })
	here.stripe.dispute(checkoutId)
	await tell(here, 'charge.dispute.created', checkoutId)
	await runDue(db, clock, { work: here.work })
	here.stripe.endDispute(checkoutId, 'won')
	await tell(here, 'charge.dispute.closed', checkoutId)
	const failed = (await moneyDesk(one)).differences.find(({ difference }) => difference.subject === refund)
	await endDifference(one, { difference: failed?.difference.ref ?? '', note: 'Agreed' }, here.stripe.payments)
	const actions = (await topUpStory(one, ref)).log.map(({ action }) => action)
	expect(actions).toEqual(expect.arrayContaining(['dispute.open', 'dispute.won', 'refund.fail', 'difference.end']))
	expect(actions.filter((action) => !isLoggedOnTopUp(action))).toEqual([])
})

it('a comparison asked for finds what was lost, is noted with who asked, and does not stand for the day’s own', async () => {
	const { id, checkoutId } = await start(here)
	here.stripe.pay(checkoutId)
	here.stripe.event('checkout.session.completed', checkoutId)
	const later = { ...one, now: new Date(clock.getTime() + 5 * 86_400_000) }
	expect(await reconcileNow(later, here.stripe.payments)).toBeGreaterThan(0)
	expect(await reconcileNow(later, here.stripe.payments)).toBe(0)
	const { runs, ended } = await reconciliations(later)
	expect(runs[0]?.runBy).not.toBeNull()
	expect(ended.some(({ difference }) => difference.topUpId === id && difference.ending === 'repaired')).toBe(true)
	expect(await isReconciliationDue(db, later.now)).toBe(true)
	const asked = await owner.execute(sql`select id from audit where action = 'reconciliation.run'`)
	expect(asked.length).toBeGreaterThanOrEqual(2)
})

it('a pattern that was looked at is shown again when there is more of it', async () => {
	for (const ore of [5001, 5002, 5003, 5004]) await paid(ore)
	const often = async () => (await moneyDesk(one)).unusual.find(({ pattern }) => pattern === 'often-in-a-week')
	const found = await often()
	const input = {
		pattern: 'often-in-a-week' as const,
		payer: found?.payer?.ref ?? null,
		prisoner: found?.prisoner?.number ?? null,
	}
	await expect(lookAtPattern(one, { ...input, note: ' ' })).rejects.toMatchObject({ code: 'incomplete' })
	await lookAtPattern(one, { ...input, note: 'They saved up for Christmas' })
	expect(await often()).toBeUndefined()
	await lookAtPattern(one, { ...input, note: 'They saved up for Christmas' })
	await expect(lookAtPattern(one, { ...input, note: 'Again' })).rejects.toMatchObject({
		code: 'wrong-state',
		conflict: { what: 'pattern-acknowledged', by: { kind: 'you' } },
	})
	await paid(5005)
	expect((await often())?.count).toBe((found?.count ?? 0) + 1)
})

import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#app/domain/access/roles.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { acknowledgeAlert } from '#app/services/funds/console/acknowledge-alert.server.ts'
import { fundsOverview } from '#app/services/funds/console/funds-overview.server.ts'
import { holdTopUp, releaseTopUp } from '#app/services/funds/console/hold-top-up.server.ts'
import { findTopUps, topUpsToExport } from '#app/services/funds/console/search-top-ups.server.ts'
import { topUpDetails } from '#app/services/funds/console/top-up-details.server.ts'
import { isReconciliationDue } from '#app/services/funds/reconciliation/reconcile.server.ts'
import { reconcileNow, reconciliations } from '#app/services/funds/reconciliation/reconciliations.server.ts'
import { resolveDiscrepancy } from '#app/services/funds/reconciliation/resolve-discrepancy.server.ts'
import { refundTerms, refundToDecide } from '#app/services/funds/refunds/refund-terms.server.ts'
import { refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { waitingCounts } from '#app/services/waiting-counts.server.ts'
import { openDatabase } from '#tests/support/database.ts'
import { clock } from '#tests/support/rows.ts'
import { type FundsSite, pay, paymentGateway, start, tell } from './payment-gateway.ts'

const { db, owner } = await openDatabase()
let here: FundsSite
let elsewhere: FundsSite
let one: Ctx
let other: Ctx
beforeAll(async () => {
	const policy = { topUp: { maxOrePerWeek: 100_000_000, refundAloneOre: 10_000 } }
	here = await paymentGateway(owner, db, { policy })
	elsewhere = await paymentGateway(owner, db, { policy })
	;[one, other] = [here.officers[0], here.officers[1]]
})

/** The same officer with another role. */
function as(ctx: Ctx, role: Role): Ctx {
	if (ctx.actor.kind !== 'officer') throw new Error('not an officer')
	return { ...ctx, actor: { ...ctx.actor, grants: [{ role, facilityId: ctx.actor.facilityId }] } }
}

const paid = async (ore: number) => {
	const created = await start(here, { ore })
	await pay(here, created.checkoutId)
	await runDue(db, clock, { work: here.work })
	return created
}
const idempotencyKey = () => crypto.randomUUID()

describe('who may', () => {
	const reads: [string, (ctx: Ctx, ref: string) => Promise<unknown>][] = [
		['search', (ctx) => findTopUps(ctx, {})],
		['see what waits', (ctx) => fundsOverview(ctx)],
		['read a story', (ctx, ref) => topUpDetails(ctx, ref)],
		['see the comparisons', (ctx) => reconciliations(ctx)],
		['take the list along', (ctx) => topUpsToExport(ctx, {})],
	]
	const runs: [string, (ctx: Ctx, ref: string) => Promise<unknown>][] = [
		['compare now', (ctx) => reconcileNow({ ...ctx, ...here.paymentGateway })],
		['see what may be refunded', (ctx, ref) => refundTerms(ctx, ref)],
		['hold', (ctx, topUp) => holdTopUp(ctx, { topUp, reason: 'Because' })],
		[
			'note a pattern',
			(ctx) => acknowledgeAlert(ctx, { pattern: 'often-in-a-week', payer: 'A', prisoner: 'B', note: 'x' }),
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

	it.each(runs)('%s: finance alone', async (_, run) => {
		const { ref } = await start(here)
		for (const role of ['visit-officer', 'decision-maker', 'admin', 'auditor'] as const) {
			await expect(run(as(one, role), ref), role).rejects.toMatchObject({ code: 'not-allowed' })
		}
	})

	it('another prison’s payments are not there', async () => {
		const { ref } = await paid(20_000)
		const stranger = elsewhere.officers[0]
		await expect(topUpDetails(stranger, ref)).rejects.toMatchObject({ code: 'not-found' })
		await expect(refundTerms(stranger, ref)).rejects.toMatchObject({ code: 'not-found' })
		expect((await findTopUps(stranger, { text: ref })).topUps).toEqual([])
		expect(await topUpsToExport(stranger, { text: ref })).toEqual({ topUps: [], more: false })
		const { ref: refund } = await refundTopUp(one, {
			topUp: ref,
			ore: 15_000,
			reason: 'Because',
			idempotencyKey: idempotencyKey(),
		})
		await expect(refundToDecide(stranger, refund)).rejects.toMatchObject({ code: 'not-found' })
	})
})

it('finds by amount, day, state and payer, page by page', async () => {
	const { ref } = await paid(12_345)
	const found = async (search: Parameters<typeof findTopUps>[1]) =>
		(await findTopUps(one, search)).topUps.map(({ topUp }) => topUp.ref)
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
	const taken = await topUpsToExport(one, { text: 'Nordmann' }, 1)
	expect([taken.topUps.length, taken.more]).toEqual([1, true])
	expect(await topUpsToExport(one, { ore: 7_002 }, 1)).toMatchObject({
		topUps: [{ topUp: { ore: 7_002 } }],
		more: false,
	})
})

it('a proposal waits for another than who made it, and is counted', async () => {
	const { ref } = await paid(20_000)
	const before = await waitingCounts(one)
	const created = await refundTopUp(one, {
		topUp: ref,
		ore: 15_000,
		reason: 'Because',
		idempotencyKey: idempotencyKey(),
	})
	expect((await waitingCounts(one)).funds).toBe((before.funds ?? 0) + 1)
	expect((await waitingCounts(as(one, 'visit-officer'))).funds).toBeUndefined()
	const line = async (ctx: Ctx) => (await fundsOverview(ctx)).waiting.find(({ refund }) => refund.id === created.id)
	expect(await line(one)).toMatchObject({ mine: true })
	expect(await line(other)).toMatchObject({ mine: false })
	const next = async (ctx: Ctx) => (await findTopUps(ctx, { text: ref })).topUps[0]?.next
	expect([await next(one), await next(other)]).toEqual(['view', 'decide-refund'])
	expect(await refundToDecide(one, created.ref)).toMatchObject({ mayDecide: false, mostOre: 20_000 })
	expect(await refundToDecide(other, created.ref)).toMatchObject({ mayDecide: true, aloneOre: 10_000 })
})

it('what is held back is counted until it is let go', async () => {
	const { ref } = await start(here)
	const before = (await waitingCounts(one)).funds ?? 0
	await holdTopUp(one, { topUp: ref, reason: 'Because' })
	expect((await waitingCounts(one)).funds).toBe(before + 1)
	expect((await waitingCounts(elsewhere.officers[0])).funds).toBe(0)
	await releaseTopUp(one, { topUp: ref })
	expect((await waitingCounts(one)).funds).toBe(before)
})

it('only whoever reads the audit trail sees who looked', async () => {
	const { ref } = await paid(20_000)
	await topUpDetails(one, ref)
	const actions = async (ctx: Ctx) => (await topUpDetails(ctx, ref)).log.map(({ action }) => action)
	expect(await actions(one)).not.toContain('top-up.view')
	expect(await actions(one)).toContain('top-up.credit')
	expect(await actions(as(one, 'auditor'))).toContain('top-up.view')
})

it('the log of a payment tells of its disputes, and of what differed and was ended', async () => {
	const { ref, checkoutId } = await paid(20_000)
	const { ref: refund } = await refundTopUp(one, {
		topUp: ref,
		ore: 1_000,
		reason: 'Because',
		idempotencyKey: idempotencyKey(),
	})
	here.stripe.dispute(checkoutId)
	await tell(here, 'charge.dispute.created', checkoutId)
	await runDue(db, clock, { work: here.work })
	here.stripe.endDispute(checkoutId, 'won')
	await tell(here, 'charge.dispute.closed', checkoutId)
	const failed = (await fundsOverview(one)).discrepancies.find(({ discrepancy }) => discrepancy.subject === refund)
	await resolveDiscrepancy(
		{ ...one, ...here.paymentGateway },
		{ discrepancy: failed?.discrepancy.ref ?? '', note: 'Agreed' },
	)
	const actions = (await topUpDetails(one, ref)).log.map(({ action }) => action)
	expect(actions).toEqual(expect.arrayContaining(['dispute.open', 'dispute.won', 'refund.fail', 'discrepancy.resolve']))
})

it('a comparison asked for finds what was lost, is noted with who asked, and does not stand for the day’s own', async () => {
	const { id, checkoutId } = await start(here)
	here.stripe.pay(checkoutId)
	here.stripe.event('checkout.session.completed', checkoutId)
	const later = { ...one, now: new Date(clock.getTime() + 5 * 86_400_000) }
	expect(await reconcileNow({ ...later, ...here.paymentGateway })).toBeGreaterThan(0)
	expect(await reconcileNow({ ...later, ...here.paymentGateway })).toBe(0)
	const { runs, ended } = await reconciliations(later)
	expect(runs[0]?.runBy).not.toBeNull()
	expect(ended.some(({ discrepancy }) => discrepancy.topUpId === id && discrepancy.resolution === 'repaired')).toBe(
		true,
	)
	expect(await isReconciliationDue(db, later.now)).toBe(true)
	const asked = await owner.execute(sql`select id from audit where action = 'reconciliation.run'`)
	expect(asked.length).toBeGreaterThanOrEqual(2)
})

it('a pattern that was looked at is shown again when there is more of it', async () => {
	for (const ore of [5001, 5002, 5003, 5004]) await paid(ore)
	const often = async () => (await fundsOverview(one)).unusual.find(({ pattern }) => pattern === 'often-in-a-week')
	const found = await often()
	const input = {
		pattern: 'often-in-a-week' as const,
		payer: found?.payer?.ref ?? null,
		prisoner: found?.prisoner?.number ?? null,
	}
	await expect(acknowledgeAlert(one, { ...input, note: ' ' })).rejects.toMatchObject({ code: 'incomplete' })
	await acknowledgeAlert(one, { ...input, note: 'They saved up for Christmas' })
	expect(await often()).toBeUndefined()
	await acknowledgeAlert(one, { ...input, note: 'They saved up for Christmas' })
	await expect(acknowledgeAlert(one, { ...input, note: 'Again' })).rejects.toMatchObject({
		code: 'wrong-state',
		conflict: { what: 'pattern-acknowledged', by: { kind: 'you' } },
	})
	await paid(5005)
	expect((await often())?.count).toBe((found?.count ?? 0) + 1)
})

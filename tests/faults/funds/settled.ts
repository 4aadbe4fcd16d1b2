import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { z } from 'zod'
import { reconcile } from '#app/services/funds/reconciliation/reconcile.server.ts'
import { verifyLedger } from '#app/services/funds/reconciliation/verify-ledger.server.ts'
import type { House } from './fixture.ts'

const money = { payment_intent: z.string(), amount: z.number() }
const atDesk = z.object({
	charges: z.array(z.object({ ...money, paid: z.boolean() })),
	refunds: z.array(z.object({ ...money, status: z.string() })),
	disputes: z.array(z.object({ ...money, status: z.string() })),
})
const atPhone = z.object({ credits: z.array(z.object({ id: z.string(), ore: z.number(), state: z.string() })) })

const json = async (url: string) => (await fetch(url, { headers: { accept: 'application/json' } })).json()

/** What the card payments themselves hold. */
export const deskOf = async ({ desk }: House) => atDesk.parse(await json(desk.url))
/** What the phone system itself holds. */
export const phoneOf = async ({ phone }: House) => atPhone.parse(await json(phone.url)).credits

interface Row extends Record<string, unknown> {
	id: string
	ref: string
	ore: number
	payment_id: string | null
	credited: boolean
	refunded: number
	disputed: number
	receipts: number
	credits: string[]
}

/**
 * Every paid øre is credited or returned exactly once, as the card payments and the phone system themselves tell it; the ledger
 * sums to zero; the comparison of the night finds nothing.
 */
export async function expectSettled(house: House): Promise<void> {
	const [desk, credits] = [await deskOf(house), await phoneOf(house)]
	const rows = await house.owner.execute<Row>(sql`
		select t.id, t.ref, t.ore::int, t.payment_id, t.credited_at is not null as credited, t.refunded_ore::int as refunded,
			t.disputed_ore::int as disputed,
			(select count(*)::int from message where top_up_id = t.id and kind = 'top-up-receipt') as receipts,
			array(select id::text from phone_credit where top_up_id = t.id) as credits
		from top_up t`)
	const paid = desk.charges.filter((charge) => charge.paid)
	expect(rows.filter(({ payment_id: id }) => id !== null)).toHaveLength(paid.length)
	for (const row of rows.filter(({ payment_id: id }) => id !== null)) {
		const of = (list: readonly { payment_intent: string; amount: number }[]) =>
			list.filter((one) => one.payment_intent === row.payment_id).reduce((sum, { amount }) => sum + amount, 0)
		expect(of(paid), row.ref).toBe(row.ore)
		expect(of(desk.refunds.filter(({ status }) => status !== 'failed')), row.ref).toBe(row.refunded)
		expect(of(desk.disputes.filter(({ status }) => status !== 'won')), row.ref).toBe(row.disputed)
		const atHand = credits.filter(({ id, state }) => row.credits.includes(id) && state === 'accepted')
		expect(
			atHand.reduce((sum, { ore }) => sum + ore, 0),
			row.ref,
		).toBe(row.ore - row.refunded - row.disputed)
		expect(row.credited || row.refunded + row.disputed === row.ore, row.ref).toBe(true)
		expect(row.receipts, row.ref).toBe(row.credited ? 1 : 0)
	}
	expect(await verifyLedger(house.owner)).toEqual([])
	const [books] = await house.owner.execute(sql`
		select (select coalesce(sum(ore), 0)::int from ledger_entry) as sum,
			-(select coalesce(sum(ore), 0)::int from ledger_entry where account = 'stripe-clearing') as clearing,
			(select count(*)::int from refund where state in ('due', 'proposed')) as under_way`)
	expect(books).toEqual({ sum: 0, clearing: paid.reduce((sum, { amount }) => sum + amount, 0), under_way: 0 })
	// By a night on which nothing can be on its way any more.
	const tomorrow = new Date(house.now().getTime() + 86_400_000)
	const ctx = { db: house.db, now: tomorrow, actor: { kind: 'system' as const }, requestId: null }
	expect(await reconcile(ctx, house.payments, { machineNow: new Date(Date.now() + 86_400_000) })).toBe(0)
}

import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { runDue } from '#app/jobs/run-due.server.ts'
import { refundTerms, refundToDecide } from '#app/services/funds/refunds/refund-terms.server.ts'
import { decideRefund, refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { selectAccountMoney } from '#db/queries/funds/ledger.ts'
import { openDatabase } from '#tests/support/database.ts'
import { clock } from '#tests/support/rows.ts'
import { type FundsSite, pay, paymentGateway, start } from './payment-gateway.ts'

// What one officer may give back alone, and when another is too late.

const { db, owner } = await openDatabase({ max: 8 })
let here: FundsSite
beforeEach(async () => {
	here = await paymentGateway(owner, db, { policy: { topUp: { refundAloneOre: 10_000 } } })
})

const balance = async () => (await selectAccountMoney(db, here.prisoners[0]?.id ?? '')).balanceOre
const ask = (topUp: string, ore: number) => ({ topUp, ore, reason: 'Paid by mistake', idempotencyKey: randomUUID() })

async function credited(): Promise<string> {
	const { ref, checkoutId } = await start(here)
	await pay(here, checkoutId)
	await runDue(db, clock, { work: here.work })
	return ref
}

it('the limit of one officer is not gone round in parts, one after another or at once', async () => {
	const ref = await credited()
	const [one, other] = here.officers
	expect(await refundTerms(one, ref)).toMatchObject({ aloneOre: 10_000 })
	const both = await Promise.all([refundTopUp(one, ask(ref, 6_000)), refundTopUp(other, ask(ref, 6_000))])
	expect(both.map(({ state }) => state).sort()).toEqual(['due', 'proposed'])
	expect(await refundTerms(one, ref)).toMatchObject({ aloneOre: 4_000 })
	expect((await refundTopUp(one, ask(ref, 4_000))).state).toBe('due')
	expect((await refundTopUp(one, ask(ref, 1))).state).toBe('proposed')
	expect(await balance()).toBe(10_000)
})

it('what two have given back takes nothing from what one may give', async () => {
	const ref = await credited()
	const [one, other] = here.officers
	const { ref: proposed } = await refundTopUp(one, ask(ref, 10_001))
	await decideRefund(other, { refund: proposed, approve: true })
	expect((await refundTopUp(one, ask(ref, 9_000))).state).toBe('due')
})

it('a proposal is too old after three days, also where the worker has not ended it yet', async () => {
	const ref = await credited()
	const [one, other] = here.officers
	const { ref: proposed } = await refundTopUp(one, ask(ref, 10_001))
	const later = (minutes: number) => ({ ...other, now: new Date(clock.getTime() + (72 * 60 + minutes) * 60_000) })
	expect(await refundToDecide(later(-1), proposed)).toMatchObject({ mayDecide: true })
	expect(await refundToDecide(later(0), proposed)).toMatchObject({ mayDecide: false })
	for (const approve of [true, false])
		await expect(decideRefund(later(0), { refund: proposed, approve })).rejects.toMatchObject({ code: 'wrong-state' })
	expect((await decideRefund(later(-1), { refund: proposed, approve: true })).state).toBe('due')
})

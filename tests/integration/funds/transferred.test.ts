import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { runDue, runDueUntil } from '#app/jobs/run-due.server.ts'
import { refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { transferPrisoner } from '#app/services/prisoners/transfer-prisoner.server.ts'
import { addFacility } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { clock } from '#tests/support/rows.ts'
import { type FundsSite, pay, paymentGateway, start, tell } from './payment-gateway.ts'

const { db, owner } = await openDatabase()
let here: FundsSite
beforeAll(async () => {
	here = await paymentGateway(owner, db, { policy: { topUp: { refundAloneOre: 1, maxOrePerWeek: 100_000_000 } } })
})

it('what is done with the money of somebody transferred stands in the log of where they are', async () => {
	const [paid, paidOtherwise, replaced] = [await start(here), await start(here), await start(here)]
	const { ref: topUp, checkoutId } = await start(here)
	const prisoner = { id: here.prisoners[0]?.id ?? '' }
	const to = await addFacility(owner, { slug: randomUUID() })
	const due = (now = clock) => runDue(db, now, { work: here.work })
	await pay(here, checkoutId)
	await due()
	await refundTopUp(here.officers[0], { topUp, ore: 10_000, reason: 'Paid by mistake', idempotencyKey: randomUUID() })
	await transferPrisoner(here.system, { prisoner, to, unit: 'A' })
	await pay(here, paid.checkoutId)
	here.stripe.pay(paidOtherwise.checkoutId, { ore: 1 })
	await tell(here, 'checkout.session.completed', paidOtherwise.checkoutId)
	here.stripe.close(replaced.checkoutId)
	await tell(here, 'checkout.session.expired', replaced.checkoutId)
	await due()
	here.stripe.refund(paid.checkoutId, 1_000)
	await tell(here, 'charge.refunded', paid.checkoutId)
	here.stripe.failRefund(here.stripe.checkouts.get(paid.checkoutId)?.refunds[0]?.id ?? '')
	await tell(here, 'refund.failed', paid.checkoutId)
	here.stripe.dispute(paid.checkoutId)
	await tell(here, 'charge.dispute.created', paid.checkoutId)
	await runDueUntil(db, clock, new Date(clock.getTime() + 73 * 3_600_000), { work: here.work })
	await setCustody(here.system, { prisoner, custody: 'released' })
	await due()
	const rows = await owner.execute<{ action: string; facility_id: string }>(
		sql`select distinct action, facility_id from audit where action ~ '^(top-up|refund|dispute)[.]' order by action`,
	)
	const elsewhere = rows.filter(({ facility_id }) => facility_id === to).map(({ action }) => action)
	expect(elsewhere).toEqual([
		...['dispute.open', 'refund.book', 'refund.fail', 'refund.lapse', 'top-up.abandon', 'top-up.credit'],
		...['top-up.mismatch', 'top-up.paid'],
	])
})

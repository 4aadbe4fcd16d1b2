import { eq, sql } from 'drizzle-orm'
import { paymentMismatches } from '#app/domain/funds/payment-matches.ts'
import { leftOf } from '#app/domain/funds/top-up.ts'
import { verifyLedger } from '#app/services/funds/reconciliation/verify-ledger.server.ts'
import { discrepancy, message, phoneCredit, refund, topUp } from '#db/schema/index.ts'
import type { Checkout } from './checkout.ts'
import type { FundsHistory } from './history-state.ts'

/** Everything that is not as it must be once the dust has settled, in words. Stripe is the truth, whatever we were told. */
export async function faultsInFunds(history: FundsHistory): Promise<string[]> {
	const { owner, fixture } = history
	const books = await verifyLedger(owner)
	const [total] = await owner.execute<{ ore: string }>(sql`select coalesce(sum(ore), 0)::text as ore from ledger_entry`)
	const rows = await owner.select().from(topUp)
	const faults = await Promise.all(
		rows.map((row) => faultsOf(history, row, fixture.stripe.checkouts.get(row.checkoutId ?? ''))),
	)
	return [
		...books.map((one) => `${one.kind} ${one.subject}`),
		...(total?.ore === '0' ? [] : [`the ledger sums to ${total?.ore}`]),
		...faults.flat(),
		...(await belowZero(history)),
	]
}

async function faultsOf({ owner }: FundsHistory, row: typeof topUp.$inferSelect, truth?: Checkout): Promise<string[]> {
	const faults: string[] = []
	const say = (wrong: boolean, what: string) => {
		if (wrong) faults.push(`${row.ref} (${row.state}): ${what}`)
	}
	const discrepancies = await owner.select().from(discrepancy).where(eq(discrepancy.topUpId, row.id))
	const noted = (kind: string) => discrepancies.some((one) => one.kind === kind)
	const paid = truth !== undefined && truth.paymentId !== null
	const agreed = { checkoutId: row.checkoutId, reference: row.ref, ore: row.ore, live: false }
	if (paid && paymentMismatches(truth, agreed).length > 0) {
		say(row.paidAt !== null, 'was booked although it was not as agreed')
		say(!noted('payment-mismatch'), 'was not as agreed, and nobody noted it')
		return faults
	}
	say(paid !== (row.paidAt !== null), paid ? 'was paid, and is not booked' : 'is booked, and was not paid')
	if (!paid) {
		say(row.state !== 'abandoned', 'was never paid nor given up')
		return faults
	}
	const refunded = truth.refunds.filter(({ state }) => state !== 'failed').reduce((sum, { ore }) => sum + ore, 0)
	const disputed = truth.disputes.filter(({ state }) => state !== 'won').reduce((sum, { ore }) => sum + ore, 0)
	say(row.refundedOre !== refunded, `has ${row.refundedOre} refunded, Stripe ${refunded}`)
	const borne = Math.min(disputed, row.ore - refunded)
	say(row.disputedOre !== borne, `has ${row.disputedOre} disputed, of Stripe's ${disputed} it bears ${borne}`)
	say(borne < disputed && !noted('returned-twice'), 'was returned twice, and nobody noted it')

	const left = leftOf(row)
	say(left > 0 && row.creditedAt === null && !noted('refund-failed'), 'is neither credited nor given back')
	const credits = await owner.select().from(phoneCredit).where(eq(phoneCredit.topUpId, row.id))
	const atHand = credits.filter(({ state }) => state === 'accepted').reduce((sum, { ore }) => sum + ore, 0)
	const ought = row.creditedAt === null && left > 0 ? 0 : left
	say(!noted('phone-differs') && atHand !== ought, `has ${atHand} at the phone, and ${ought} left`)
	const told = await owner.select().from(message).where(eq(message.topUpId, row.id))
	const receipts = told.filter(({ kind }) => kind === 'top-up-receipt').length
	// What had gone back in full before the phone system took it was never at hand.
	const wasAtHand = row.creditedAt !== null && credits.some(({ first, recalledOre }) => first && recalledOre < row.ore)
	say(receipts !== (wasAtHand ? 1 : 0), `has ${receipts} receipts`)
	const refunds = await owner.select().from(refund).where(eq(refund.topUpId, row.id))
	say(
		refunds.some(({ state }) => state === 'due'),
		'has a refund that was never sent',
	)
	return faults
}

/** An account is below zero only for what was taken from it at Stripe, or what Stripe could not take back. */
async function belowZero({ owner }: FundsHistory): Promise<string[]> {
	const rows = await owner.execute<{ account: string; ore: string }>(sql`
		select account, ore::text from phone_account a where ore < 0
			and not exists (select from dispute d where d.prisoner_id = a.prisoner_id)
			and not exists (select from refund r where r.prisoner_id = a.prisoner_id and r.cause = 'at-stripe')`)
	return rows.map(({ account, ore }) => `${account} is at ${ore}`)
}

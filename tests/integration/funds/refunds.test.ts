import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { PhoneAnswer } from '#app/integrations/phone-system.server.ts'
import { runDue, runDueUntil } from '#app/jobs/run-due.server.ts'
import { holdTopUp, releaseTopUp } from '#app/services/funds/console/hold-top-up.server.ts'
import { recordCall } from '#app/services/funds/phone-credit/record-call.server.ts'
import { resolveDiscrepancy } from '#app/services/funds/reconciliation/resolve-discrepancy.server.ts'
import { verifyLedger } from '#app/services/funds/reconciliation/verify-ledger.server.ts'
import { decideRefund, refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { constraintOf } from '#app/services/transaction.server.ts'
import { selectAccountMoney } from '#db/queries/funds/ledger.ts'
import { selectRefund } from '#db/queries/funds/refunds.ts'
import { selectTopUp } from '#db/queries/funds/top-ups.ts'
import { openDatabase } from '#tests/support/database.ts'
import { createFakeStripe } from '#tests/support/funds/fake-stripe.ts'
import { addPrison, asOfficer, clock } from '#tests/support/rows.ts'
import { type FundsSite, pay, paymentGateway, start, tell } from './payment-gateway.ts'

const { db, owner } = await openDatabase({ max: 8 })
let here: FundsSite
let phoneSays: PhoneAnswer
const stripe = createFakeStripe()
afterAll(async () => {
	expect(await verifyLedger(db)).toEqual([])
})
beforeEach(async () => {
	phoneSays = 'accepted'
	const policy = { phoneOrePerMinute: 100, topUp: { refundAloneOre: 10_000 } }
	here = await paymentGateway(owner, db, { policy, phone: { credit: async () => phoneSays }, stripe })
})

const due = (now = clock) => runDue(db, now, { work: here.work })
const stateOf = async (id: string) => (await selectTopUp(db, { id }))?.state
const balance = async () => (await selectAccountMoney(db, here.prisoners[0]?.id ?? '')).balanceOre

async function credited(ore = 20_000): Promise<{ id: string; ref: string; checkoutId: string }> {
	const created = await start(here, { ore })
	await pay(here, created.checkoutId)
	await due()
	return created
}

const ask = (topUp: string, ore: number, reason = 'Paid by mistake') => ({
	topUp,
	ore,
	reason,
	idempotencyKey: randomUUID(),
})

describe('an officer', () => {
	it('gives back alone up to the limit, and Stripe is told once', async () => {
		const { id, ref, checkoutId } = await credited()
		const input = ask(ref, 10_000)
		const [created] = await Promise.all([refundTopUp(here.officers[0], input), refundTopUp(here.officers[0], input)])
		expect(created.state).toBe('due')
		await Promise.all([due(), due()])
		expect(here.stripe.checkouts.get(checkoutId)?.refunds).toMatchObject([{ ore: 10_000, reference: created.ref }])
		expect(await selectRefund(db, { id: created.id })).toMatchObject({ state: 'sent', stripeId: expect.any(String) })
		expect(await stateOf(id)).toBe('refunded')
		expect(await balance()).toBe(10_000)
		// What Stripe then tells of it is no news.
		await tell(here, 'charge.refunded', checkoutId)
		expect(await balance()).toBe(10_000)
	})

	it('proposes above the limit, and only another does it, as it was proposed', async () => {
		const { ref } = await credited()
		const [first, second] = here.officers
		const proposed = await refundTopUp(first, ask(ref, 10_001))
		expect(proposed.state).toBe('proposed')
		expect(await balance()).toBe(20_000)
		await expect(decideRefund(first, { refund: proposed.ref, approve: true })).rejects.toMatchObject({
			code: 'not-allowed',
		})
		expect(await decideRefund(second, { refund: proposed.ref, approve: true })).toMatchObject({
			state: 'due',
			ore: 10_001,
		})
		expect(await balance()).toBe(9_999)
		expect(await decideRefund(second, { refund: proposed.ref, approve: true })).toMatchObject({ state: 'due' })
		expect(await balance()).toBe(9_999)
		await expect(decideRefund(second, { refund: proposed.ref, approve: false })).rejects.toMatchObject({
			code: 'wrong-state',
		})
	})

	it('cannot go round the second officer in the database either', async () => {
		const { ref } = await credited()
		const { id, proposedBy } = await refundTopUp(here.officers[0], ask(ref, 10_001))
		const write = (set: ReturnType<typeof sql>) =>
			db.execute(sql`update refund set ${set} where id = ${id}`).then(() => null, constraintOf)
		expect(await write(sql`state = 'due', try_at = now()`)).toBe('refund_takes_a_second')
		expect(await write(sql`state = 'due', decided_by = ${proposedBy}, decided_at = now()`)).toBe(
			'refund_decided_by_another',
		)
		expect(await write(sql`ore = 1`)).toBe('refund_fixed')
	})

	it('has a proposal declined, or lapse after three days', async () => {
		const { ref } = await credited()
		const declined = await refundTopUp(here.officers[0], ask(ref, 10_001))
		expect((await decideRefund(here.officers[1], { refund: declined.ref, approve: false })).state).toBe('declined')
		const forgotten = await refundTopUp(here.officers[0], ask(ref, 10_001))
		await runDueUntil(db, clock, new Date(clock.getTime() + 72 * 3_600_000), { work: here.work })
		expect((await selectRefund(db, { id: forgotten.id }))?.state).toBe('lapsed')
		expect(await balance()).toBe(20_000)
	})

	it('never gives back more than is unspent, also when several try at once', async () => {
		const { ref } = await credited()
		const prisoner = { id: here.prisoners[0]?.id ?? '' }
		await recordCall(here.system, { callId: randomUUID(), prisoner, minutes: 50, endedAt: clock })
		await expect(refundTopUp(here.officers[0], ask(ref, 15_001))).rejects.toMatchObject({ code: 'wrong-state' })
		// Two alone do not always meet.
		const [one, other] = here.officers
		const officers = [one, other, one, other, one, other]
		const all = await Promise.allSettled(officers.map((officer) => refundTopUp(officer, ask(ref, 8_000))))
		expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
		expect(await balance()).toBe(7_000)
	})

	it('asks what is unspent again when the second officer approves', async () => {
		const { ref } = await credited()
		const proposed = await refundTopUp(here.officers[0], ask(ref, 20_000))
		const prisoner = { id: here.prisoners[0]?.id ?? '' }
		await recordCall(here.system, { callId: randomUUID(), prisoner, minutes: 1, endedAt: clock })
		const approving = decideRefund(here.officers[1], { refund: proposed.ref, approve: true })
		await expect(approving).rejects.toMatchObject({ code: 'wrong-state' })
	})

	it('gives a reason and an amount', async () => {
		const { ref } = await credited()
		await expect(refundTopUp(here.officers[0], ask(ref, 0, ' '))).rejects.toMatchObject({
			code: 'incomplete',
			fields: ['reason', 'ore'],
		})
	})

	it('of another prison, of another role, or related to the payer does nothing here', async () => {
		const { ref } = await credited()
		const prison = await addPrison(owner)
		const elsewhere = asOfficer(db, prison, clock, [{ role: 'finance', facilityId: prison.facilityId }])
		await expect(refundTopUp(elsewhere, ask(ref, 100))).rejects.toMatchObject({ code: 'not-found' })
		const { facilityId } = here
		const auditor = asOfficer(db, { ...prison, facilityId }, clock, [{ role: 'auditor', facilityId }])
		await expect(refundTopUp(auditor, ask(ref, 100))).rejects.toMatchObject({ code: 'not-allowed' })
		const { actor } = here.officers[0]
		const officerId = actor.kind === 'officer' ? actor.officerId : ''
		await owner.execute(sql`insert into officer_relation values (${officerId}, ${here.payerIds[0]})`)
		await expect(refundTopUp(here.officers[0], ask(ref, 100))).rejects.toMatchObject({ code: 'not-allowed' })
	})
})

describe('Stripe', () => {
	it('refuses a refund of what is disputed: the refund is taken back, the dispute borne once, and an officer told', async () => {
		const { id, ref, checkoutId } = await credited()
		await refundTopUp(here.officers[0], ask(ref, 10_000))
		here.stripe.dispute(checkoutId)
		await tell(here, 'charge.dispute.created', checkoutId)
		expect(await selectTopUp(db, { id })).toMatchObject({ refundedOre: 10_000, disputedOre: 10_000 })
		await due()
		expect(await selectTopUp(db, { id })).toMatchObject({ refundedOre: 0, disputedOre: 20_000, state: 'disputed' })
		expect(await balance()).toBe(0)
		const kinds = await db.execute(sql`select kind from discrepancy where top_up_id = ${id} order by kind`)
		expect(kinds).toEqual([{ kind: 'refund-failed' }])
	})

	it('tells of a dispute that is won and a refund after it at one time: both are booked', async () => {
		const { id, checkoutId } = await credited()
		here.stripe.dispute(checkoutId)
		await tell(here, 'charge.dispute.created', checkoutId)
		here.stripe.endDispute(checkoutId, 'won')
		here.stripe.refund(checkoutId, 5_000)
		await tell(here, 'charge.refunded', checkoutId)
		expect(await selectTopUp(db, { id })).toMatchObject({ refundedOre: 5_000, disputedOre: 0 })
		expect(await balance()).toBe(15_000)
	})

	it('cannot make a refund after all, and the money stands on the account again', async () => {
		const { id, ref, checkoutId } = await credited()
		await refundTopUp(here.officers[0], ask(ref, 10_000))
		await due()
		here.stripe.failRefund(here.stripe.checkouts.get(checkoutId)?.refunds[0]?.id ?? '')
		await tell(here, 'refund.failed', checkoutId)
		expect(await balance()).toBe(20_000)
		expect(await stateOf(id)).toBe('credited')
	})
})

describe('the phone system', () => {
	it('that takes no stand keeps the money waiting, and after some days it goes back by itself', async () => {
		phoneSays = 'pending'
		const { id } = await credited()
		expect(await stateOf(id)).toBe('paid')
		const later = (days: number, minutes = 0) => new Date(clock.getTime() + days * 86_400_000 + minutes * 60_000)
		await runDueUntil(db, clock, later(3, -1), { work: here.work })
		expect(await stateOf(id)).toBe('paid')
		await runDueUntil(db, later(3, -1), later(3), { work: here.work })
		expect(await stateOf(id)).toBe('refunded')
		expect(await balance()).toBe(0)
		// It comes round in the end: as much is taken back there, and no receipt is sent.
		phoneSays = 'accepted'
		await runDueUntil(db, later(3), later(4, 61), { work: here.work })
		const credits = await db.execute(sql`select ore::int, state from phone_credit where top_up_id = ${id} order by ore`)
		expect(credits).toEqual([
			{ ore: -20_000, state: 'accepted' },
			{ ore: 20_000, state: 'accepted' },
		])
		expect(await stateOf(id)).toBe('refunded')
	}, 60_000)

	it('that never answers comes to an officer after those days, and is asked once a day until they end it', async () => {
		phoneSays = 'pending'
		const { id } = await credited()
		const later = (days: number, minutes = 0) => new Date(clock.getTime() + days * 86_400_000 + minutes * 60_000)
		const noted = () =>
			db.execute<{ ref: string; kind: string; resolution: string | null }>(
				sql`select ref, kind, resolution from discrepancy where top_up_id = ${id}`,
			)
		const credit = async () => {
			const [row] = await db.execute<{ state: string; tries: number }>(
				sql`select state, tries from phone_credit where top_up_id = ${id}`,
			)
			return row ?? { state: 'none', tries: 0 }
		}
		await runDueUntil(db, clock, later(3, -1), { work: here.work })
		expect(await noted()).toEqual([])
		await runDueUntil(db, later(3, -1), later(3, 61), { work: here.work })
		expect(await noted()).toMatchObject([{ kind: 'phone-silent', resolution: null }])
		expect(await stateOf(id)).toBe('refunded')
		const { tries } = await credit()
		await runDueUntil(db, later(3, 61), later(5, 61), { work: here.work })
		expect(await credit()).toEqual({ state: 'due', tries: tries + 2 })

		const [officer] = here.officers
		const discrepancy = (await noted())[0]?.ref ?? ''
		const note = 'They never had it'
		await resolveDiscrepancy({ ...officer, now: later(5, 61), ...here.paymentGateway }, { discrepancy, note })
		expect(await noted()).toMatchObject([{ resolution: 'explained' }])
		await runDueUntil(db, later(5, 61), later(8), { work: here.work })
		expect(await credit()).toEqual({ state: 'withdrawn', tries: tries + 2 })
		expect(await noted()).toHaveLength(1)
	}, 60_000)

	it('is asked no more of what an officer has ended, also when the money then goes back', async () => {
		phoneSays = 'pending'
		const { id, ref } = await credited()
		await owner.execute(
			sql`update phone_credit set created_at = created_at - interval '3 days' where top_up_id = ${id}`,
		)
		const soon = new Date(clock.getTime() + 3_600_000)
		await due(soon)
		const [noted] = await db.execute<{ ref: string }>(sql`select ref from discrepancy where top_up_id = ${id}`)
		const officer = { ...here.officers[0], now: soon }
		await resolveDiscrepancy(
			{ ...officer, ...here.paymentGateway },
			{ discrepancy: noted?.ref ?? '', note: 'They never had it' },
		)
		const second = { ...here.officers[1], now: soon }
		const { ref: refund } = await refundTopUp(officer, ask(ref, 20_000))
		await decideRefund(second, { refund, approve: true })
		await due(new Date(clock.getTime() + 2 * 86_400_000))
		expect(await stateOf(id)).toBe('refunded')
		const credits = await db.execute(sql`select state, tries from phone_credit where top_up_id = ${id}`)
		expect(credits).toEqual([{ state: 'withdrawn', tries: 2 }])
	})

	it('that answers after those days ends by that what had come to an officer', async () => {
		phoneSays = 'pending'
		const { id } = await credited()
		const later = (days: number) => new Date(clock.getTime() + days * 86_400_000)
		await runDueUntil(db, clock, later(3.1), { work: here.work })
		phoneSays = 'refused'
		await runDueUntil(db, later(3.1), later(4.2), { work: here.work })
		const noted = await db.execute(sql`select kind, resolution, ended_by from discrepancy where top_up_id = ${id}`)
		expect(noted).toEqual([{ kind: 'phone-silent', resolution: 'repaired', ended_by: null }])
	}, 60_000)

	it('that comes round too late has what then could not be given back, and so have the books', async () => {
		phoneSays = 'pending'
		const { id, checkoutId } = await credited()
		const later = (days: number) => new Date(clock.getTime() + days * 86_400_000)
		await runDueUntil(db, clock, later(3), { work: here.work })
		phoneSays = 'accepted'
		await runDueUntil(db, later(3), later(5), { work: here.work })
		here.stripe.failRefund(here.stripe.checkouts.get(checkoutId)?.refunds[0]?.id ?? '')
		await tell(here, 'refund.failed', checkoutId, later(5))
		await runDueUntil(db, later(5), later(6), { work: here.work })
		// An officer sees to it; until then it can be called for, as any payment that could not be given back.
		expect(await selectTopUp(db, { id })).toMatchObject({ state: 'credited', refundedOre: 0 })
		expect(await balance()).toBe(20_000)
		const [atPhone] = await db.execute(sql`
			select sum(ore)::int as ore from phone_credit where top_up_id = ${id} and state = 'accepted'`)
		expect(atPhone).toEqual({ ore: 20_000 })
		const noted = await db.execute(sql`select kind from discrepancy where top_up_id = ${id} and ended_at is null`)
		expect(noted).toEqual([{ kind: 'refund-failed' }])
	}, 60_000)

	it('that refuses sends the money back at once', async () => {
		phoneSays = 'refused'
		const { id } = await credited()
		expect(await stateOf(id)).toBe('refunded')
		expect(await balance()).toBe(0)
	})
})

describe('money that an officer keeps back', () => {
	it('is credited when the officer lets it go', async () => {
		const { id, ref, checkoutId } = await start(here)
		await holdTopUp(here.officers[0], { topUp: ref, reason: 'Many payers' })
		await pay(here, checkoutId)
		await due()
		expect(await stateOf(id)).toBe('paid')
		await releaseTopUp(here.officers[1], { topUp: ref })
		await due()
		expect(await stateOf(id)).toBe('credited')
		await expect(holdTopUp(here.officers[0], { topUp: ref, reason: 'Late' })).rejects.toMatchObject({
			code: 'wrong-state',
		})
	})
})

it('a prisoner who is out for a while keeps the money, and one who is released does not', async () => {
	const { id } = await credited()
	const prisoner = { id: here.prisoners[0]?.id ?? '' }
	await setCustody(here.system, { prisoner, custody: 'out' })
	await due()
	expect(await stateOf(id)).toBe('credited')
	await setCustody(here.system, { prisoner, custody: 'released' })
	await due()
	expect(await stateOf(id)).toBe('refunded')
})

it('a call is booked once by its id', async () => {
	await credited()
	const prisoner = { id: here.prisoners[0]?.id ?? '' }
	const told = { callId: 'call-1', prisoner, minutes: 10, endedAt: clock }
	await Promise.all(Array.from({ length: 5 }, () => recordCall(here.system, told)))
	expect(await balance()).toBe(19_000)
})

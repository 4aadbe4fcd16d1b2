import { creditBars } from '#app/domain/funds/rules.ts'
import { leftOf } from '#app/domain/funds/top-up.ts'
import type { PhoneAnswer, PhoneSystem } from '#app/integrations/phone-system.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type CreditRow, selectCredit, takeCreditsToSend, updateCredit } from '#db/queries/funds/credits.ts'
import { recordDiscrepancy, repairDiscrepancy } from '#db/queries/funds/discrepancies.ts'
import { hasFailedRefund } from '#db/queries/funds/refunds.ts'
import { lockTopUp, type TopUpRow } from '#db/queries/funds/top-ups.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import { writeAudit } from '../../audit.server.ts'
import type { Ctx } from '../../context.ts'
import { policyInForce } from '../../policy.server.ts'
import { transaction } from '../../transaction.server.ts'
import { changeTopUp, facilityNow, processBatch, readTopUpRuleInput, retryAt } from '../payments/internal.server.ts'
import { createRefund } from '../refunds/internal.server.ts'
import { notifyPhoneSystem } from './internal.server.ts'

const batch = 10
/** Longer than a phone system takes to answer; what a dead worker had is taken up again after it. */
const leaseMs = 120_000
const dayMs = 86_400_000

/**
 * Tells the phone system of credits that are due, and answers how many it dealt with. What can never be credited goes back to
 * the payer in full instead. Told at least once, by the credit's own id; booked once.
 */
export async function deliverCredits(ctx: Ctx, phone: PhoneSystem): Promise<number> {
	const { db, now } = ctx
	const taken = await takeCreditsToSend(db, now, new Date(now.getTime() + leaseMs), batch)
	await processBatch(taken, async (credit) => {
		if (!(await mayBeCredited(ctx, credit))) return true
		const prisoner = await selectPrisoner(db, { id: credit.prisonerId })
		if (!prisoner) throw new Error('There is no such prisoner')
		const answer = await evaluationOf(phone, credit, prisoner.number)
		await transaction(db, (tx) => takeAnswer(tx, ctx, credit.id, answer))
		return true
	})
	return taken.length
}

/** Not being reached is no answer: the same credit is asked again. */
async function evaluationOf(phone: PhoneSystem, { id, ore }: CreditRow, number: string): Promise<PhoneAnswer> {
	try {
		return await phone.credit(id, number, ore)
	} catch {
		return 'pending'
	}
}

/** Asks once more, of a payment that was not at the prisoner's disposal yet, whether it may be. */
async function mayBeCredited(ctx: Ctx, credit: CreditRow): Promise<boolean> {
	if (!credit.first) return true
	return transaction(ctx.db, async (tx) => {
		const topUp = await lockTopUp(tx, credit.topUpId)
		const now = await selectCredit(tx, credit.id)
		if (now?.state !== 'due') return false
		if (leftOf(topUp) === 0) return true
		const { payerId, prisonerId, ore } = topUp
		const ruleInput = await readTopUpRuleInput(tx, { payerId, prisonerId, ore, except: topUp.id }, ctx.now)
		const policy = await policyInForce(tx, ruleInput.prisoner.facilityId, ctx.now)
		const bars = creditBars(ruleInput, policy, ctx.now)
		if (bars.length > 0) {
			if (await hasFailedRefund(tx, topUp.id)) return later(tx, ctx, credit)
			const cause = bars.includes('prisoner-released') ? 'released' : 'barred'
			// It has not been told of yet by this worker; where another told of it before, the answer is waited for.
			await updateCredit(tx, credit.id, { tries: credit.tries - 1, tryAt: retryAt(credit.tries, ctx.now) })
			await createRefund(tx, ctx, topUp, { ore: leftOf(topUp), cause })
			return false
		}
		return topUp.heldAt === null || later(tx, ctx, credit)
	})
}

/** An officer holds it, or sees to it: whether it may be credited is asked again in an hour. */
async function later(tx: DbOrTx, ctx: Ctx, credit: CreditRow): Promise<false> {
	await updateCredit(tx, credit.id, { tries: credit.tries - 1, tryAt: retryAt(10, ctx.now) })
	return false
}

/** Books what the phone system answered, unless it was booked before. */
async function takeAnswer(tx: DbOrTx, ctx: Ctx, creditId: string, answer: PhoneAnswer): Promise<void> {
	const before = await selectCredit(tx, creditId)
	if (!before) throw new Error('The credit is gone')
	const topUp = await lockTopUp(tx, before.topUpId)
	const credit = await selectCredit(tx, creditId)
	if (credit?.state !== 'due') return
	if (answer === 'pending') return waitOn(tx, ctx, topUp, credit)
	await updateCredit(tx, creditId, { state: answer, answeredAt: ctx.now })
	await repairDiscrepancy(tx, { kind: 'phone-silent', subject: creditId }, ctx.now)
	if (!credit.first) {
		if (answer === 'refused') await noteRefused(tx, ctx, credit)
	} else if (answer === 'accepted') await takeAccepted(tx, ctx, topUp, credit)
	else if (leftOf(topUp) > 0) await createRefund(tx, ctx, topUp, { ore: leftOf(topUp), cause: 'phone-refused' })
}

/**
 * Asks again later. What has waited for as long as a payment may wait comes to an officer, and is asked about once a day until
 * the phone system answers or the officer ends it.
 */
async function waitOn(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, credit: CreditRow): Promise<void> {
	const policy = await policyInForce(tx, topUp.facilityId, ctx.now)
	const waited = ctx.now.getTime() - credit.createdAt.getTime()
	if (waited < policy.topUp.autoRefundDays * dayMs) {
		await updateCredit(tx, credit.id, { tryAt: retryAt(credit.tries, ctx.now) })
		return
	}
	const { id: subject, topUpId, prisonerId, ore: ledgerOre } = credit
	await updateCredit(tx, subject, { tryAt: new Date(ctx.now.getTime() + dayMs) })
	await recordDiscrepancy(tx, { kind: 'phone-silent', subject, topUpId, prisonerId, ledgerOre }, ctx.now)
}

async function takeAccepted(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, credit: CreditRow): Promise<void> {
	if (credit.recalledOre > 0) await notifyPhoneSystem(tx, topUp, -credit.recalledOre, ctx.now)
	// The phone system has it, whatever went back meanwhile: a refund that fails or a dispute that is won puts it at hand again.
	await changeTopUp(tx, topUp, { creditedAt: ctx.now })
	if (leftOf(topUp) === 0) return
	await queueMessages(tx, [
		{ kind: 'top-up-receipt', toVisitorId: topUp.payerId, topUpId: topUp.id, queuedAt: ctx.now },
	])
	await writeAudit(tx, ctx, {
		action: 'top-up.credit',
		facilityId: await facilityNow(tx, topUp),
		subjectKind: 'top-up',
		subjectId: topUp.id,
	})
}

async function noteRefused(tx: DbOrTx, ctx: Ctx, credit: CreditRow): Promise<void> {
	const { id: subject, topUpId, prisonerId, ore: ledgerOre } = credit
	await recordDiscrepancy(tx, { kind: 'phone-differs', subject, topUpId, prisonerId, ledgerOre }, ctx.now)
}

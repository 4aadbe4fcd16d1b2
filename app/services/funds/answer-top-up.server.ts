import { type PayerAnswer, payerAnswer } from '#app/domain/funds/payer-answer.ts'
import { topUpRefusals } from '#app/domain/funds/rules.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { policyInForce } from '../policy.server.ts'
import { readTopUpAsked } from './ask-top-up.server.ts'

/**
 * What the payer would be told, were the payment started now: nothing is written, and everything is asked again when it is.
 *
 * @throws ServiceError `not-allowed` (not a visitor), `not-found` (no such prisoner)
 */
export async function answerTopUp(ctx: Ctx, ask: { prisonerId: string; ore: number }): Promise<PayerAnswer> {
	const { visitorId } = requireVisitor(ctx)
	const asked = await readTopUpAsked(ctx.db, { payerId: visitorId, ...ask }, ctx.now)
	const refusals = topUpRefusals(asked, await policyInForce(ctx.db, asked.prisoner.facilityId, ctx.now), ctx.now)
	return payerAnswer(refusals, { hasPermit: asked.payer.permit !== null })
}

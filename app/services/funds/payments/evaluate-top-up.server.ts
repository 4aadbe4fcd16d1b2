import { type PublicTopUpReasons, redactForPayer } from '#app/domain/funds/public-reasons.ts'
import { topUpRefusals } from '#app/domain/funds/rules.ts'
import { requireVisitor } from '../../authorise.ts'
import type { Ctx } from '../../context.ts'
import { policyInForce } from '../../policy.server.ts'
import { readTopUpRuleInput } from './internal.server.ts'

/**
 * What the payer would be told, were the payment started now: nothing is written, and everything is asked again when it is.
 *
 * @throws ServiceError `not-allowed` (not a visitor), `not-found` (no such prisoner)
 */
export async function evaluateTopUp(
	ctx: Ctx,
	request: { prisonerId: string; ore: number },
): Promise<PublicTopUpReasons> {
	const { visitorId } = requireVisitor(ctx)
	const ruleInput = await readTopUpRuleInput(ctx.db, { payerId: visitorId, ...request }, ctx.now)
	const refusals = topUpRefusals(
		ruleInput,
		await policyInForce(ctx.db, ruleInput.prisoner.facilityId, ctx.now),
		ctx.now,
	)
	return redactForPayer(refusals, { hasPermit: ruleInput.payer.permit !== null })
}

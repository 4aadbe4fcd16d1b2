import { type PublicTopUpReasons, redactForPayer } from '#app/domain/funds/public-reasons.ts'
import type { TopUpRefusalCode } from '#app/domain/funds/refusals.ts'
import { topUpRefusals } from '#app/domain/funds/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { PaymentsError } from '#app/integrations/payments.server.ts'
import { paths } from '#app/paths.ts'
import { newId, newRef } from '#db/ids.ts'
import {
	insertTopUp,
	lockMoney,
	lockTopUp,
	selectTopUp,
	type TopUpRow,
	writeCheckout,
} from '#db/queries/funds/top-ups.ts'
import { writeAudit } from '../../audit.server.ts'
import { requireVisitor } from '../../authorise.ts'
import { wrongState } from '../../conflict.server.ts'
import type { Ctx, ServiceDeps } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { policyInForce } from '../../policy.server.ts'
import { transaction } from '../../transaction.server.ts'
import { readTopUpRuleInput, timeoutAsBusy } from './internal.server.ts'
import { abandonTopUp } from './settle-payment.server.ts'

export interface StartTopUpInput {
	prisonerId: string
	/** Whole øre. */
	ore: number
	/** The form's own key: sent twice, it opens one page to pay on. */
	idempotencyKey: string
	/** The machine's own time, by which Stripe's page closes. */
	machineNow: Date
	/** Of the page to pay on. A form sent again in another language gets the page of the first. */
	language: Locale
}

export type TopUpOutcome =
	| { ok: true; topUp: TopUpRow /** Where to pay. */; url: string }
	| { ok: false; refusals: readonly TopUpRefusalCode[]; publicReasons: PublicTopUpReasons }

/** Stripe keeps a page open for 30 minutes at least; a second try to open it within five minutes still finds it so. */
const pageMs = 35 * 60_000
/** After that Stripe is asked what became of it. */
const pollAfterMs = 36 * 60_000

/**
 * Starts a top-up: asks every rule with the prisoner's money locked, writes it down, and opens Stripe's page to pay on. Everything
 * that stands against it is answered together; then nothing is written. Coming back from the page credits nothing.
 *
 * @throws ServiceError `not-allowed` (not a visitor), `not-found` (no such prisoner), `wrong-state` (the portal takes no payments,
 * or the same form is already paid or given up, or was sent with another amount, or came too late for its page: then it is given up,
 * and another form opens another), `busy` (also when Stripe cannot
 * be reached: the same form may be sent again)
 */
export async function startTopUp(ctx: Ctx & ServiceDeps, input: StartTopUpInput): Promise<TopUpOutcome> {
	const { visitorId } = requireVisitor(ctx)
	const { payments, publicOrigin } = ctx
	if (!payments) throw new ServiceError('wrong-state', 'The portal takes no payments')
	const outcome = await askAndWrite(ctx, visitorId, input)
	if ('refusals' in outcome) return outcome
	const { topUp } = outcome
	const subject = { kind: 'top-up', ref: topUp.ref } as const
	if (topUp.state !== 'started')
		throw await wrongState(ctx.db, ctx, { what: 'payment-ended', by: null, at: null, subject })
	const page = { checkoutId: topUp.checkoutId, url: topUp.checkoutUrl }
	if (page.url !== null) return { ok: true, topUp, url: page.url }
	if (page.checkoutId !== null) throw new ServiceError('wrong-state', 'It was paid otherwise than agreed')
	const address = (path: string) => `${publicOrigin}${path}`
	const opened = await timeoutAsBusy(
		payments.openCheckout({
			id: topUp.id,
			reference: topUp.ref,
			ore: topUp.ore,
			until: topUp.checkoutUntil,
			language: topUp.checkoutLanguage,
			doneUrl: address(paths.topUp(topUp.ref)),
			backUrl: address(paths.topUp(topUp.ref, { wait: 'no' })),
		}),
	).catch((error: unknown) => cancelUnopened(ctx, topUp, error))
	await writeCheckout(ctx.db, topUp.id, opened)
	return { ok: true, topUp: { ...topUp, checkoutId: opened.checkoutId, checkoutUrl: opened.url }, url: opened.url }
}

/** Stripe will never open this page, and nobody was shown it. */
async function cancelUnopened(ctx: Ctx, { id }: TopUpRow, error: unknown): Promise<never> {
	if (!(error instanceof PaymentsError)) throw error
	await transaction(ctx.db, async (tx) => abandonTopUp(tx, ctx, await lockTopUp(tx, id)))
	throw new ServiceError('wrong-state', `Its page is not opened: ${error.message}`)
}

async function askAndWrite(
	ctx: Ctx,
	payerId: string,
	{ prisonerId, ore, idempotencyKey, machineNow, language }: StartTopUpInput,
): Promise<{ topUp: TopUpRow } | Extract<TopUpOutcome, { ok: false }>> {
	if (!Number.isSafeInteger(ore) || ore <= 0) throw new ServiceError('incomplete', 'Not an amount', ['ore'])
	const { now } = ctx
	return transaction(ctx.db, async (tx) => {
		await lockMoney(tx, prisonerId)
		const before = await selectTopUp(tx, { idempotencyKey })
		if (before) {
			if (before.payerId !== payerId) throw new ServiceError('not-found', 'There is no such form')
			if (before.prisonerId !== prisonerId || before.ore !== ore)
				throw await wrongState(tx, ctx, {
					what: 'form-used',
					by: { kind: 'visitor', id: payerId },
					at: before.startedAt,
					subject: { kind: 'top-up', ref: before.ref },
				})
			return { topUp: before }
		}
		const ruleInput = await readTopUpRuleInput(tx, { payerId, prisonerId, ore }, now)
		const { facilityId } = ruleInput.prisoner
		const refusals = topUpRefusals(ruleInput, await policyInForce(tx, facilityId, now), now)
		if (refusals.length > 0) {
			const publicReasons = redactForPayer(refusals, { hasPermit: ruleInput.payer.permit !== null })
			return { ok: false as const, refusals, publicReasons }
		}
		const topUp = await insertTopUp(tx, {
			id: newId(now),
			ref: newRef(),
			idempotencyKey,
			payerId,
			prisonerId,
			facilityId,
			ore,
			state: 'started',
			startedAt: now,
			checkoutUntil: new Date(machineNow.getTime() + pageMs),
			checkoutLanguage: language === 'en' ? 'en' : 'nb',
			nextPollAt: new Date(now.getTime() + pollAfterMs),
		})
		await writeAudit(tx, ctx, { action: 'top-up.start', facilityId, subjectKind: 'top-up', subjectId: topUp.id })
		return { topUp }
	})
}

import type { Payments } from '#app/integrations/payments.server.ts'
import { payments as connected } from '#app/integrations/stripe.server.ts'
import {
	type EndedDifference,
	type OpenDifference,
	selectEndedDifferences,
	selectOpenDifferences,
} from '#db/queries/funds/differences.ts'
import { selectTotals } from '#db/queries/funds/officers.ts'
import { type ReconciliationRow, selectLastReconciliations } from '#db/queries/funds/reconciliations.ts'
import { audited } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { look } from '../look.server.ts'
import { requireMoneyDesk } from './money-desk.server.ts'
import { orBusy } from './or-busy.ts'
import { reconcile } from './reconcile.server.ts'

const daysShown = 14
const most = 100

export interface Reconciliations {
	/** The last comparisons, the latest first. */
	runs: ReconciliationRow[]
	open: OpenDifference[]
	/** What was ended in the last fourteen days. */
	ended: EndedDifference[]
	/** The books of all facilities together: each account in whole øre; their sum is zero. */
	totals: { account: string; ore: number }[]
}

/** The comparisons with Stripe, and what they found about the officer's facility. Looking is logged. @throws ServiceError `not-allowed` */
export async function reconciliations(ctx: Ctx): Promise<Reconciliations> {
	const { facilityId } = requireMoneyDesk(ctx)
	const since = new Date(ctx.now.getTime() - daysShown * 86_400_000)
	return look(ctx, async (tx) => {
		await audited(tx, ctx, { action: 'reconciliation.view', subjectKind: 'facility', subjectId: facilityId })
		return {
			runs: await selectLastReconciliations(tx, daysShown),
			open: await selectOpenDifferences(tx, facilityId, most),
			ended: await selectEndedDifferences(tx, facilityId, since, most),
			totals: await selectTotals(tx),
		}
	})
}

/**
 * An officer has the comparison made now, beside the daily one. What it does is what the daily one does; that it was asked for
 * is logged. Answers how many differences are new.
 *
 * @throws ServiceError `not-allowed`, `wrong-state` (the portal takes no payments), `busy` (Stripe cannot be asked now)
 */
export async function reconcileNow(ctx: Ctx, payments: Payments | null = connected()): Promise<number> {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	const { officerId, facilityId } = requireOfficer(ctx, 'handle-money', ctx.actor.facilityId)
	if (!payments) throw new ServiceError('wrong-state', 'The portal takes no payments')
	await audited(ctx.db, ctx, { action: 'reconciliation.run', subjectKind: 'facility', subjectId: facilityId })
	// What Stripe tells is booked by nobody's hand.
	const found = await orBusy(reconcile({ ...ctx, actor: { kind: 'system' } }, payments, { runBy: officerId }))
	return found ?? 0
}

import type { DbOrTx } from '#db/client.server.ts'
import { selectTotals } from '#db/queries/funds/console.ts'
import {
	type OpenDiscrepancy,
	type ResolvedDiscrepancy,
	selectOpenDiscrepancies,
	selectResolvedDiscrepancies,
} from '#db/queries/funds/discrepancies.ts'
import { type ReconciliationRow, selectLastReconciliations } from '#db/queries/funds/reconciliations.ts'
import { lockFacility } from '#db/queries/timetable/closures.ts'
import { writeAudit } from '../../audit.server.ts'
import { auditedRead } from '../../audited-read.server.ts'
import { requireOfficerHere } from '../../authorise.ts'
import { isRepeatBy, lastActOn, wrongState } from '../../conflict.server.ts'
import type { Ctx, ServiceDeps } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { transaction } from '../../transaction.server.ts'
import { timeoutAsBusy } from '../payments/internal.server.ts'
import { reconcile } from './reconcile.server.ts'

const daysShown = 14
const most = 100

export interface Reconciliations {
	/** The last comparisons, the latest first. */
	runs: ReconciliationRow[]
	open: OpenDiscrepancy[]
	/** What was ended in the last fourteen days. */
	ended: ResolvedDiscrepancy[]
	/** The books of all facilities together: each account in whole øre; their sum is zero. */
	totals: { account: string; ore: number }[]
}

/** The comparisons with Stripe, and what they found about the officer's facility. Access is logged. @throws ServiceError `not-allowed` */
export async function reconciliations(ctx: Ctx): Promise<Reconciliations> {
	const { facilityId } = requireOfficerHere(ctx, 'see-funds')
	const since = new Date(ctx.now.getTime() - daysShown * 86_400_000)
	return auditedRead(ctx, async (tx) => {
		await writeAudit(tx, ctx, { action: 'reconciliation.view', subjectKind: 'facility', subjectId: facilityId })
		return {
			runs: await selectLastReconciliations(tx, daysShown),
			open: await selectOpenDiscrepancies(tx, facilityId, most),
			ended: await selectResolvedDiscrepancies(tx, facilityId, since, most),
			totals: await selectTotals(tx),
		}
	})
}

/**
 * An officer has the comparison made now, beside the daily one. What it does is what the daily one does; that it was asked for
 * is logged. Returns how many differences are new. `after` is the last comparison that the page showed: pressed again on the same
 * page, nothing is made anew.
 *
 * @throws ServiceError `not-allowed`, `wrong-state` (the portal takes no payments), `busy` (Stripe cannot be asked now)
 */
export async function reconcileNow(
	ctx: Ctx & ServiceDeps,
	input: { after?: string | undefined } = {},
): Promise<number> {
	const { officerId, facilityId } = requireOfficerHere(ctx, 'handle-funds')
	const { payments } = ctx
	if (!payments) throw new ServiceError('wrong-state', 'The portal takes no payments')
	const about = { subjectKind: 'facility', subjectId: facilityId } as const
	const isNew = await transaction(ctx.db, async (tx) => {
		await lockFacility(tx, facilityId)
		if (await isRunAfter(tx, ctx, facilityId, input.after)) return false
		const detail = input.after === undefined ? {} : { after: input.after }
		await writeAudit(tx, ctx, { action: 'reconciliation.run', ...about, detail })
		return true
	})
	if (!isNew) return 0
	try {
		// What Stripe tells is booked by nobody's hand.
		return (await timeoutAsBusy(reconcile({ ...ctx, actor: { kind: 'system' } }, payments, { runBy: officerId }))) ?? 0
	} catch (error) {
		// Asked again it is made again: nothing came of this one.
		await writeAudit(ctx.db, ctx, { action: 'reconciliation.fail', ...about })
		throw error
	}
}

/** Whether the same officer had it made after the one that was shown. @throws ServiceError `wrong-state`: a colleague had */
async function isRunAfter(tx: DbOrTx, ctx: Ctx, facilityId: string, after: string | undefined): Promise<boolean> {
	if (after === undefined) return false
	const act = await lastActOn(tx, { kind: 'facility', id: facilityId }, ['reconciliation.run', 'reconciliation.fail'])
	if (act?.action !== 'reconciliation.run' || act.detail.after !== after) return false
	if (isRepeatBy(ctx, act.by)) return true
	const subject = { kind: 'reconciliation', ref: '' } as const
	throw await wrongState(tx, ctx, { what: 'reconciliation-run', by: act.by, at: act.at, subject })
}

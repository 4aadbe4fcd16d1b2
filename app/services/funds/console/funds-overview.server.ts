import { type NamedTopUp, searchTopUps, selectWaitingRefunds, type WaitingRefund } from '#db/queries/funds/console.ts'
import { type OpenDiscrepancy, selectOpenDiscrepancies } from '#db/queries/funds/discrepancies.ts'
import { writeAudit } from '../../audit.server.ts'
import { auditedRead } from '../../audited-read.server.ts'
import { requireOfficerHere } from '../../authorise.ts'
import type { Ctx } from '../../context.ts'
import { type NamedPattern, openAlerts } from './internal.server.ts'

/** Of each kind shown at once. */
const most = 50

export interface FundsOverview {
	/** Refunds that wait for a second officer; `mine` are for another than the one who looks. */
	waiting: (WaitingRefund & { mine: boolean })[]
	/** What an officer keeps back. */
	held: NamedTopUp[]
	/** What does not add up. */
	discrepancies: OpenDiscrepancy[]
	/** Payments worth a look; a person of another facility is not named. */
	unusual: NamedPattern[]
}

/** What waits for those who handle money in the officer's facility. Access is logged. @throws ServiceError `not-allowed` */
export async function fundsOverview(ctx: Ctx): Promise<FundsOverview> {
	const { facilityId, officerId } = requireOfficerHere(ctx, 'see-funds')
	const all = { text: '', payer: null, state: null, ore: null, from: null, until: null, after: null }
	return auditedRead(ctx, async (tx) => {
		const waiting = await selectWaitingRefunds(tx, facilityId, most)
		const held = await searchTopUps(tx, { ...all, facilityId, held: true, limit: most })
		const discrepancies = await selectOpenDiscrepancies(tx, facilityId, most)
		const unusual = await openAlerts(tx, facilityId, ctx.now)
		await writeAudit(tx, ctx, {
			action: 'funds.view',
			subjectKind: 'facility',
			subjectId: facilityId,
			detail: {
				waiting: waiting.length,
				held: held.length,
				discrepancies: discrepancies.length,
				unusual: unusual.length,
			},
		})
		return {
			waiting: waiting.map((one) => ({ ...one, mine: one.refund.proposedBy === officerId })),
			...{ held, discrepancies, unusual },
		}
	})
}

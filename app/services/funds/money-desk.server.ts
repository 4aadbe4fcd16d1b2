import type { UnusualPattern } from '#app/domain/funds/unusual-patterns.ts'
import { type OpenDifference, selectOpenDifferences } from '#db/queries/funds/differences.ts'
import { type KnownTopUp, searchTopUps, selectWaitingRefunds, type WaitingRefund } from '#db/queries/funds/officers.ts'
import { audited } from '../audit.server.ts'
import { type OfficerActor, requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { look } from '../look.server.ts'
import { unusualHere } from './unusual-here.server.ts'

/** Of each kind shown at once. */
const most = 50

export interface MoneyDesk {
	/** Refunds that wait for a second officer; `mine` are for another than the one who looks. */
	waiting: (WaitingRefund & { mine: boolean })[]
	/** What an officer keeps back. */
	held: KnownTopUp[]
	/** What does not add up. */
	differences: OpenDifference[]
	/** Payments worth a look; a person of another facility is not named. */
	unusual: NamedPattern[]
}

export interface NamedPattern extends UnusualPattern {
	payer: { ref: string; name: string } | null
	prisoner: { number: string; name: string } | null
}

/** What waits for those who handle money in the officer's facility. Looking is logged. @throws ServiceError `not-allowed` */
export async function moneyDesk(ctx: Ctx): Promise<MoneyDesk> {
	const { facilityId, officerId } = requireMoneyDesk(ctx)
	const all = { text: '', payer: null, state: null, ore: null, from: null, until: null, after: null }
	return look(ctx, async (tx) => {
		const waiting = await selectWaitingRefunds(tx, facilityId, most)
		const held = await searchTopUps(tx, { ...all, facilityId, held: true, limit: most })
		const differences = await selectOpenDifferences(tx, facilityId, most)
		const unusual = await unusualHere(tx, facilityId, ctx.now)
		await audited(tx, ctx, {
			action: 'money.desk',
			subjectKind: 'facility',
			subjectId: facilityId,
			detail: {
				waiting: waiting.length,
				held: held.length,
				differences: differences.length,
				unusual: unusual.length,
			},
		})
		return {
			waiting: waiting.map((one) => ({ ...one, mine: one.refund.proposedBy === officerId })),
			...{ held, differences, unusual },
		}
	})
}

/** The officer, who sees the money of the facility they work in. @throws ServiceError `not-allowed` */
export function requireMoneyDesk(ctx: Ctx): OfficerActor {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	return requireOfficer(ctx, 'see-money', ctx.actor.facilityId)
}

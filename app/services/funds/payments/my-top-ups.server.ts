import { minutesFor } from '#app/domain/funds/phone-minutes.ts'
import { leftOf, type TopUpState } from '#app/domain/funds/top-up.ts'
import { fullName } from '#app/domain/person-name.ts'
import { type PayersTopUp, selectStandingRefunds, selectTopUpsOfPayer } from '#db/queries/funds/payer.ts'
import { requireVisitor } from '../../authorise.ts'
import type { Ctx } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { policyInForce } from '../../policy.server.ts'

/** A top-up as its payer reads it. Amounts are whole øre. Why money went back may be another's affair, and is not here. */
export interface MyTopUp {
	ref: string
	state: TopUpState
	person: string
	ore: number
	startedAt: Date
	paidAt: Date | null
	creditedAt: Date | null
	refundedOre: number
	disputedOre: number
	/** Whole minutes that what is left buys at the price where the prisoner is now; null where calls are free. */
	minutes: number | null
	/** Where to pay, while that is open. */
	url: string | null
	/** What was paid is not what was agreed: it is looked into, or has gone back at Stripe. */
	otherwise: boolean
}

/** Top-ups shown at once. */
const page = 100

/** The visitor's own top-ups, the latest first. */
export async function myTopUps(ctx: Ctx): Promise<MyTopUp[]> {
	const { visitorId } = requireVisitor(ctx)
	const rows = await selectTopUpsOfPayer(ctx.db, visitorId, { limit: page })
	const prices = await pricesAt(ctx, new Set(rows.map(({ facilityId }) => facilityId)))
	return rows.map((row) => shown(row, prices))
}

export interface MyTopUpWithRefunds extends MyTopUp {
	/** What went back or is on its way, the latest first. */
	refunds: { ore: number; at: Date }[]
	/** Paid but not credited by then, it goes back by itself; null before it is paid. */
	refundBy: Date | null
}

/** One of the visitor's own top-ups. @throws ServiceError `not-found`, also for another's */
export async function topUpByRef(ctx: Ctx, ref: string): Promise<MyTopUpWithRefunds> {
	const { visitorId } = requireVisitor(ctx)
	const [row] = await selectTopUpsOfPayer(ctx.db, visitorId, { ref })
	if (!row) throw new ServiceError('not-found', 'There is no such top-up')
	return {
		...shown(row, await pricesAt(ctx, new Set([row.facilityId]))),
		refunds: await selectStandingRefunds(ctx.db, row.topUp.id),
		refundBy: row.topUp.creditedAt === null ? row.topUp.refundBy : null,
	}
}

/** Whole øre a minute, by facility: once for each, however many payments it has. */
async function pricesAt(ctx: Ctx, facilityIds: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
	const priced = [...facilityIds].map(async (id) => {
		const { phoneOrePerMinute } = await policyInForce(ctx.db, id, ctx.now)
		return [id, phoneOrePerMinute] as const
	})
	return new Map(await Promise.all(priced))
}

function shown({ topUp, facilityId, ...prisoner }: PayersTopUp, prices: ReadonlyMap<string, number>): MyTopUp {
	const price = prices.get(facilityId)
	if (price === undefined) throw new Error('The price where the prisoner is was not read')
	const { ref, state, ore, startedAt, paidAt, creditedAt, refundedOre, disputedOre } = topUp
	return {
		...{ ref, state, ore, startedAt, paidAt, creditedAt, refundedOre, disputedOre },
		person: fullName(prisoner),
		minutes: minutesFor(paidAt === null ? ore : leftOf(topUp), price),
		url: state === 'started' ? topUp.checkoutUrl : null,
		otherwise: paidAt === null && topUp.checkoutId !== null && topUp.checkoutUrl === null,
	}
}

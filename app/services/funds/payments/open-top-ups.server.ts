import type { TopUpState } from '#app/domain/funds/top-up.ts'
import { selectTopUpsOfPayer } from '#db/queries/funds/payer.ts'
import { selectTopUp } from '#db/queries/funds/top-ups.ts'
import { requireVisitor } from '../../authorise.ts'
import type { Ctx } from '../../context.ts'

/** How far back an unfinished payment can be: it is given up within the hour. */
const latest = 10

/** The references of the visitor's own payments that are begun and neither paid nor given up, the latest first. */
export async function openTopUps(ctx: Ctx): Promise<string[]> {
	const { visitorId } = requireVisitor(ctx)
	const rows = await selectTopUpsOfPayer(ctx.db, visitorId, { limit: latest })
	return rows.filter(({ topUp }) => topUp.state === 'started').map(({ topUp }) => topUp.ref)
}

/** What was made of the visitor's own form, by its key; null when nothing was. */
export async function topUpByIdempotencyKey(
	ctx: Ctx,
	idempotencyKey: string,
): Promise<{ ref: string; state: TopUpState } | null> {
	const { visitorId } = requireVisitor(ctx)
	const found = await selectTopUp(ctx.db, { idempotencyKey })
	return found?.payerId === visitorId ? { ref: found.ref, state: found.state } : null
}

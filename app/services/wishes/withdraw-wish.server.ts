import type { Key } from '#db/queries/events/keys.ts'
import { StartOver } from '#db/queries/start-over.ts'
import { selectOpenOffer, selectWish } from '#db/queries/wishes/read.ts'
import { lockSessions } from '#db/queries/wishes/session-lock.ts'
import { endWish, lockWish, passOfferOf } from '#db/queries/wishes/write.ts'
import { audited } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { wishConflict } from './conflict.server.ts'
import { findOwnWish } from './find-wish.server.ts'
import { offerFreedPlaces } from './offer-places.server.ts'

/**
 * Takes a wish off the list. A place that was on offer to it goes to the next one at once. Off the list already, it stays so.
 *
 * @throws ServiceError `not-allowed`, `not-found`, `wrong-state` (met or lapsed already), `busy`
 */
export async function withdrawWish(ctx: Ctx, input: { wish: Key }): Promise<void> {
	const wish = await findOwnWish(ctx.db, ctx, input.wish)
	await transaction(ctx.db, async (tx) => {
		const offer = await selectOpenOffer(tx, wish.id)
		const locked = offer ? [offer.sessionId] : []
		await lockSessions(tx, locked)
		await lockWish(tx, wish.id)
		const now = (await selectWish(tx, { id: wish.id })) ?? wish
		if (now.state === 'withdrawn') return
		if (!(await endWish(tx, wish.id, { state: 'withdrawn' }))) throw await wishConflict(tx, ctx, now)
		const passed = await passOfferOf(tx, wish.id, locked)
		if (passed.length === 0 && (await selectOpenOffer(tx, wish.id)))
			throw new StartOver('A place was offered between the look and the lock: its session is to be locked too')
		await audited(tx, ctx, { action: 'wish.withdraw', subjectKind: 'wish', subjectId: wish.id })
		await offerFreedPlaces(
			tx,
			ctx,
			passed.map(({ sessionId }) => sessionId),
		)
	})
}

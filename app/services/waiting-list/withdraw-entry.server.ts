import type { Key } from '#db/queries/key.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { lockSessions } from '#db/queries/timetable/lock-sessions.ts'
import { selectEntry, selectOpenOffer } from '#db/queries/waiting-list/read.ts'
import { endEntry, expireOfferOf, lockEntry } from '#db/queries/waiting-list/write.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { entryConflict } from './conflict.server.ts'
import { findOwnEntry } from './find-entry.server.ts'
import { offerFreedPlaces } from './offer-places.server.ts'

/**
 * Takes a waiting-list entry off the list. A place that was on offer to it goes to the next one at once. Off the list already, it stays so.
 *
 * @throws ServiceError `not-allowed`, `not-found`, `wrong-state` (met or lapsed already), `busy`
 */
export async function withdrawEntry(ctx: Ctx, input: { entry: Key }): Promise<void> {
	const entry = await findOwnEntry(ctx.db, ctx, input.entry)
	await transaction(ctx.db, async (tx) => {
		const offer = await selectOpenOffer(tx, entry.id)
		const locked = offer ? [offer.sessionId] : []
		await lockSessions(tx, locked)
		await lockEntry(tx, entry.id)
		const now = (await selectEntry(tx, { id: entry.id })) ?? entry
		if (now.state === 'withdrawn') return
		if (!(await endEntry(tx, entry.id, { state: 'withdrawn' }))) throw await entryConflict(tx, ctx, now)
		const passed = await expireOfferOf(tx, entry.id, locked)
		if (passed.length === 0 && (await selectOpenOffer(tx, entry.id)))
			throw new RetryTransaction('A place was offered between the look and the lock: its session is to be locked too')
		await writeAudit(tx, ctx, {
			action: 'waiting-list-entry.withdraw',
			subjectKind: 'waiting-list-entry',
			subjectId: entry.id,
		})
		await offerFreedPlaces(
			tx,
			ctx,
			passed.map(({ sessionId }) => sessionId),
		)
	})
}

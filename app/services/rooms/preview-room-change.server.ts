import { remainingRefusals } from '#app/domain/bookings/remaining-refusals.ts'
import type { RefusalCode } from '#app/domain/refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { BookingRow, BookingWithParty } from '#db/queries/bookings/row.ts'
import { type RoomRow, selectStaysToCome } from '#db/queries/rooms/read.ts'
import { writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import type { Ctx } from '../context.ts'
import { reevaluate } from '../reviews/reevaluate.server.ts'
import { type ChangeRoomInput, changedRoom, findRoom } from './change-room.server.ts'

/** A stay that the changed room would no longer take, with what would newly stand against it. */
export interface UnfitStay {
	booking: Pick<BookingRow, 'id' | 'ref' | 'startsAt' | 'endsAt' | 'state'>
	codes: RefusalCode[]
}

/**
 * What a change of a room would do: the stays to come that it would no longer take, asked the rules of every booking. Nothing
 * is written but that somebody looked.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete`
 */
export async function previewRoomChange(
	ctx: Ctx,
	input: ChangeRoomInput,
): Promise<{ before: RoomRow; after: RoomRow; stays: number; unfit: UnfitStay[] }> {
	const before = await findRoom(ctx, input.room)
	const after = changedRoom(before, input.change)
	return auditedRead(ctx, async (tx) => {
		const stays = await selectStaysToCome(tx, before.id, ctx.now)
		const unfit: UnfitStay[] = []
		for (const booking of stays) {
			const codes = await freshCodes(tx, booking, after, ctx.now)
			const { id, ref, startsAt, endsAt, state } = booking
			if (codes.length > 0) unfit.push({ booking: { id, ref, startsAt, endsAt, state }, codes })
		}
		await writeAudit(tx, ctx, {
			action: 'room.preview',
			facilityId: before.facilityId,
			subjectKind: 'room',
			subjectId: before.id,
			detail: { shown: unfit.length },
		})
		return { before, after, stays: stays.length, unfit }
	})
}

/** What would stand against a stay once its room is changed, and does not yet. */
async function freshCodes(
	tx: DbOrTx,
	booking: BookingWithParty,
	after: Partial<RoomRow>,
	now: Date,
): Promise<RefusalCode[]> {
	const { ruleInput, policy } = await reevaluate(tx, booking, now)
	if (ruleInput.venue.kind !== 'room') return []
	const codesAgainst = (venue: typeof ruleInput.venue) =>
		remainingRefusals({ ...ruleInput, venue }, policy, now, booking.liftedCodes).map(({ code }) => code)
	const already = codesAgainst(ruleInput.venue)
	const changed = { ...ruleInput.venue, room: { ...ruleInput.venue.room, ...after } }
	return codesAgainst(changed).filter((code) => !already.includes(code))
}

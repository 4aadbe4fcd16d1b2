import { standingRefusals } from '#app/domain/booking/standing-refusals.ts'
import type { RefusalCode } from '#app/domain/refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { BookingRow, BookingWithParty } from '#db/queries/bookings/write.ts'
import { type RoomRow, selectStaysToCome } from '#db/queries/rooms/read.ts'
import { audited } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { look } from '../look.server.ts'
import { askAgain } from '../reviews/ask-again.server.ts'
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
	return look(ctx, async (tx) => {
		const stays = await selectStaysToCome(tx, before.id, ctx.now)
		const unfit: UnfitStay[] = []
		for (const booking of stays) {
			const codes = await freshCodes(tx, booking, after, ctx.now)
			const { id, ref, startsAt, endsAt, state } = booking
			if (codes.length > 0) unfit.push({ booking: { id, ref, startsAt, endsAt, state }, codes })
		}
		await audited(tx, ctx, {
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
	const { asked, policy } = await askAgain(tx, booking, now)
	if (asked.place.kind !== 'room') return []
	const codesAgainst = (place: typeof asked.place) =>
		standingRefusals({ ...asked, place }, policy, now, booking.liftedCodes).map(({ code }) => code)
	const already = codesAgainst(asked.place)
	const changed = { ...asked.place, room: { ...asked.place.room, ...after } }
	return codesAgainst(changed).filter((code) => !already.includes(code))
}

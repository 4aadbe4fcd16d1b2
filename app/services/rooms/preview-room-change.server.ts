import { standingRefusals } from '#app/domain/booking/standing-refusals.ts'
import type { RefusalCode } from '#app/domain/refusals.ts'
import type { BookingRow } from '#db/queries/bookings/write.ts'
import { type RoomRow, selectStaysToCome } from '#db/queries/rooms/read.ts'
import { audited } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
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
	const stays = await selectStaysToCome(ctx.db, before.id, ctx.now)
	const unfit: UnfitStay[] = []
	for (const booking of stays) {
		const { asked, policy } = await askAgain(ctx.db, booking, ctx.now)
		if (asked.place.kind !== 'room') continue
		const place = { ...asked.place, room: { ...asked.place.room, ...after } }
		const codesOf = (found: ReturnType<typeof standingRefusals>) => found.map(({ code }) => code)
		const already = codesOf(standingRefusals(asked, policy, ctx.now, booking.liftedCodes))
		const codes = codesOf(standingRefusals({ ...asked, place }, policy, ctx.now, booking.liftedCodes))
		const fresh = codes.filter((code) => !already.includes(code))
		const { id, ref, startsAt, endsAt, state } = booking
		if (fresh.length > 0) unfit.push({ booking: { id, ref, startsAt, endsAt, state }, codes: fresh })
	}
	await audited(ctx.db, ctx, {
		action: 'room.preview',
		facilityId: before.facilityId,
		subjectKind: 'room',
		subjectId: before.id,
		detail: { shown: unfit.length },
	})
	return { before, after, stays: stays.length, unfit }
}

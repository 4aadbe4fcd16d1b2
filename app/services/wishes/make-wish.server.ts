import { type FamilyAnswer, familyAnswer } from '#app/domain/booking/family-answer.ts'
import { addDays, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import { type Control, withImplied } from '#app/domain/permits/controls.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import { isRealDate } from '#app/domain/sessions/real-date.ts'
import type { Setting } from '#app/domain/sessions/session.ts'
import { wishRefusals } from '#app/domain/wishes/wish-refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { StartOver } from '#db/queries/start-over.ts'
import { selectWish, type WishWithParty } from '#db/queries/wishes/read.ts'
import { insertWish } from '#db/queries/wishes/write.ts'
import { audited } from '../audit.server.ts'
import { requireVisitor } from '../authorise.ts'
import { readVisit } from '../bookings/ask.server.ts'
import { visitAskOf } from '../bookings/book.server.ts'
import { wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { policyInForce } from '../policy.server.ts'
import { transaction } from '../transaction.server.ts'

export interface MakeWishInput {
	prisonerId: string
	/** Visitor ids as given. */
	partyIds: readonly string[]
	/** The days that suit; both count. */
	from: LocalDate
	to: LocalDate
	/** The settings that suit; any when left out. */
	settings?: readonly Setting[] | null
	/** Stricter controls asked for by name. */
	askFor?: readonly Control[]
	farTravel?: boolean
	/** The form's own key: sent twice, it makes one wish. */
	formKey?: string | null
}

export type WishOutcome =
	| { ok: true; wish: WishWithParty }
	| { ok: false; refusals: readonly Refusal[]; told: FamilyAnswer }

/** A wish reaches at most a year ahead. */
const longestDays = 366

/**
 * Puts a family on the waiting list. Everyone in the party needs a permit, and who wishes comes along, as when a visit is
 * booked; what stands against a visit at one time or another is asked when a place is there to be offered.
 *
 * @throws ServiceError `not-allowed` (no visitor), `not-found` (no such prisoner or visitor), `incomplete` (the days)
 */
export async function makeWish(ctx: Ctx, input: MakeWishInput): Promise<WishOutcome> {
	const { visitorId } = requireVisitor(ctx)
	const faults = faultyFields(input, localDate(ctx.now))
	if (faults.length > 0) throw new ServiceError('incomplete', 'The wish cannot be kept like this', faults)
	return transaction(ctx.db, async (tx) => {
		const before = input.formKey ? await selectWish(tx, { formKey: input.formKey }) : null
		if (before) return { ok: true, wish: await madeBefore(tx, ctx, before, input) }
		const { visit, reader } = await readVisit(tx, visitAskOf(ctx, input), ctx.now)
		const policy = await policyInForce(tx, visit.prisoner.facilityId, ctx.now)
		const refusals = wishRefusals(visit, input.from, policy)
		if (refusals.length > 0) return { ok: false, refusals, told: familyAnswer(refusals, reader) }

		const row = {
			id: newId(ctx.now),
			ref: newRef(),
			formKey: input.formKey ?? null,
			madeBy: visitorId,
			prisonerId: input.prisonerId,
			firstDate: input.from,
			lastDate: input.to,
			settings: input.settings ? [...input.settings] : null,
			askFor: withImplied(input.askFor ?? []),
			farTravel: input.farTravel ?? false,
			state: 'open',
			madeAt: ctx.now,
			bookingId: null,
		} as const
		const wish = await insertWish(tx, row, input.partyIds)
		if (!wish) throw new StartOver('The same form is being sent at this moment')
		await audited(tx, ctx, { action: 'wish.make', subjectKind: 'wish', subjectId: wish.id })
		return { ok: true, wish }
	})
}

/** What the same form made before. @throws ServiceError `not-found` (somebody else's form), `wrong-state` (sent otherwise then) */
async function madeBefore(
	tx: DbOrTx,
	ctx: Ctx,
	made: WishWithParty,
	{ prisonerId, from, to, partyIds }: MakeWishInput,
): Promise<WishWithParty> {
	const { visitorId } = requireVisitor(ctx)
	if (made.madeBy !== visitorId) throw new ServiceError('not-found', 'There is no such form')
	const isSame =
		made.prisonerId === prisonerId &&
		made.firstDate === from &&
		made.lastDate === to &&
		[...new Set(partyIds)].sort().join() === [...made.visitorIds].sort().join()
	if (isSame) return made
	const subject = { kind: 'waiting-list', ref: '' } as const
	throw await wrongState(tx, ctx, {
		what: 'form-used',
		by: { kind: 'visitor', id: visitorId },
		at: made.madeAt,
		subject,
	})
}

function faultyFields({ from, to, partyIds, settings }: MakeWishInput, today: LocalDate): string[] {
	if (!isRealDate(from)) return ['from']
	if (!isRealDate(to)) return ['to']
	return [
		...(to < from || to < today || to > addDays(today, longestDays) ? ['to'] : []),
		...(partyIds.length === 0 ? ['party'] : []),
		...(settings?.length === 0 ? ['settings'] : []),
	]
}

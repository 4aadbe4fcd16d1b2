import { type PublicReasons, redactForFamily } from '#app/domain/bookings/public-reasons.ts'
import { addDays, isLocalDate, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import { type Control, withImplied } from '#app/domain/permits/controls.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { entryRefusals } from '#app/domain/waiting-list/entry-refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { type EntryWithParty, selectEntry } from '#db/queries/waiting-list/read.ts'
import { insertEntry } from '#db/queries/waiting-list/write.ts'
import { writeAudit } from '../audit.server.ts'
import { requireVisitor } from '../authorise.ts'
import { bookingRequestOf } from '../bookings/book.server.ts'
import { readVisit } from '../bookings/read-people.server.ts'
import { wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { policyInForce } from '../policy.server.ts'
import { transaction } from '../transaction.server.ts'

export interface AddEntryInput {
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
	/** The form's own key: sent twice, it makes one waiting-list entry. */
	idempotencyKey?: string | null
}

export type AddEntryOutcome =
	| { ok: true; entry: EntryWithParty }
	| { ok: false; refusals: readonly Refusal[]; publicReasons: PublicReasons }

/** A waiting-list entry reaches at most a year ahead. */
const longestDays = 366

/**
 * Puts a family on the waiting list. Everyone in the party needs a permit, and who wishes comes along, as when a visit is
 * booked; what stands against a visit at one time or another is asked when a place is there to be offered.
 *
 * @throws ServiceError `not-allowed` (no visitor), `not-found` (no such prisoner or visitor), `incomplete` (the days)
 */
export async function addEntry(ctx: Ctx, input: AddEntryInput): Promise<AddEntryOutcome> {
	const { visitorId } = requireVisitor(ctx)
	const faults = faultyFields(input, localDate(ctx.now))
	if (faults.length > 0) throw new ServiceError('incomplete', 'The waiting-list entry cannot be kept like this', faults)
	return transaction(ctx.db, async (tx) => {
		const before = input.idempotencyKey ? await selectEntry(tx, { idempotencyKey: input.idempotencyKey }) : null
		if (before) return { ok: true, entry: await findByIdempotencyKey(tx, ctx, before, input) }
		const { visit, viewer } = await readVisit(tx, bookingRequestOf(ctx, input), ctx.now)
		const policy = await policyInForce(tx, visit.prisoner.facilityId, ctx.now)
		const refusals = entryRefusals(visit, input.from, policy)
		if (refusals.length > 0) return { ok: false, refusals, publicReasons: redactForFamily(refusals, viewer) }

		const row = {
			id: newId(ctx.now),
			ref: newRef(),
			idempotencyKey: input.idempotencyKey ?? null,
			createdBy: visitorId,
			prisonerId: input.prisonerId,
			firstDate: input.from,
			lastDate: input.to,
			settings: input.settings ? [...input.settings] : null,
			askFor: withImplied(input.askFor ?? []),
			farTravel: input.farTravel ?? false,
			state: 'open',
			createdAt: ctx.now,
			bookingId: null,
		} as const
		const entry = await insertEntry(tx, row, input.partyIds)
		if (!entry) throw new RetryTransaction('The same form is being sent at this moment')
		await writeAudit(tx, ctx, {
			action: 'waiting-list-entry.create',
			subjectKind: 'waiting-list-entry',
			subjectId: entry.id,
		})
		return { ok: true, entry }
	})
}

/** What the same form made before. @throws ServiceError `not-found` (somebody else's form), `wrong-state` (sent otherwise then) */
async function findByIdempotencyKey(
	tx: DbOrTx,
	ctx: Ctx,
	created: EntryWithParty,
	{ prisonerId, from, to, partyIds }: AddEntryInput,
): Promise<EntryWithParty> {
	const { visitorId } = requireVisitor(ctx)
	if (created.createdBy !== visitorId) throw new ServiceError('not-found', 'There is no such form')
	const isSame =
		created.prisonerId === prisonerId &&
		created.firstDate === from &&
		created.lastDate === to &&
		[...new Set(partyIds)].sort().join() === [...created.visitorIds].sort().join()
	if (isSame) return created
	const subject = { kind: 'waiting-list', ref: '' } as const
	throw await wrongState(tx, ctx, {
		what: 'form-used',
		by: { kind: 'visitor', id: visitorId },
		at: created.createdAt,
		subject,
	})
}

function faultyFields({ from, to, partyIds, settings }: AddEntryInput, today: LocalDate): string[] {
	if (!isLocalDate(from)) return ['from']
	if (!isLocalDate(to)) return ['to']
	return [
		...(to < from || to < today || to > addDays(today, longestDays) ? ['to'] : []),
		...(partyIds.length === 0 ? ['party'] : []),
		...(settings?.length === 0 ? ['settings'] : []),
	]
}

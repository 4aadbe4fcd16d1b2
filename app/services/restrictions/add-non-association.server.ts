import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import type { Key } from '#db/queries/key.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import { insertNonAssociation, type NonAssociationRow, selectActiveNonAssociation } from '#db/queries/restrictions.ts'
import type { BookingScope } from '#db/queries/reviews/bookings.ts'
import { selectVisitorId } from '#db/queries/visitors.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { type RestrictionGround, recordOf } from './restriction-record.server.ts'

export type NonAssociationInput = ({ prisoners: readonly [Key, Key] } | { visitors: readonly [Key, Key] }) &
	RestrictionGround & { reference?: string | null }

type Two = Pick<NonAssociationRow, 'prisonerA' | 'prisonerB' | 'visitorA' | 'visitorB'>

/**
 * Two prisoners, or two visitors, must not be in one area at one time. Where their visits meet, both come under review. A pair
 * that is kept apart already stays one.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete` (twice the same person)
 */
export function addNonAssociation(
	ctx: Ctx,
	input: NonAssociationInput,
): Promise<ReviewsOutcome & { pair: NonAssociationRow }> {
	return transaction(ctx.db, (tx) => recordNonAssociation(tx, ctx, input))
}

/** The same within a transaction. */
export async function recordNonAssociation(
	tx: DbOrTx,
	ctx: Ctx,
	input: NonAssociationInput,
): Promise<ReviewsOutcome & { pair: NonAssociationRow }> {
	const two =
		'prisoners' in input
			? await lockedPrisoners(tx, ctx, input.prisoners)
			: await lockedVisitors(tx, ctx, input.visitors)
	const before = await selectActiveNonAssociation(tx, two)
	if (before) return { pair: before, opened: [], closed: [] }
	const pair = await insertNonAssociation(tx, {
		...{ id: newId(ctx.now), ref: newRef(), ...two, endedAt: null, reference: input.reference ?? null },
		...recordOf(ctx, input),
	})
	await writeAudit(tx, ctx, {
		action: 'non-association.add',
		subjectKind: 'non-association',
		subjectId: pair.id,
		detail: { persons: idsOf(two) },
	})
	const causes = [{ cause: 'non-association-added' as const, causeId: pair.id }]
	return { pair, ...(await openReviews(tx, ctx, { causes, scope: bookingsOf(two) })) }
}

/** The two, and their bookings. */
export function bookingsOf(two: Two): BookingScope {
	return two.prisonerA ? { prisonerIds: idsOf(two) } : { visitorIds: idsOf(two) }
}

export function idsOf({ prisonerA, prisonerB, visitorA, visitorB }: Two): string[] {
	return [prisonerA, prisonerB, visitorA, visitorB].filter((id) => id !== null)
}

async function lockedPrisoners(tx: DbOrTx, ctx: Ctx, keys: readonly [Key, Key]): Promise<Two> {
	const [one, other] = [await selectPrisoner(tx, keys[0]), await selectPrisoner(tx, keys[1])]
	if (!one || !other) throw new ServiceError('not-found', 'There is no such prisoner')
	requireOfficerOfEither(ctx, [one.facilityId, other.facilityId])
	const [prisonerA, prisonerB] = inOrder(one.id, other.id)
	await lockPrisoners(tx, [prisonerA, prisonerB])
	return { prisonerA, prisonerB, visitorA: null, visitorB: null }
}

/** The officer's own prisoner may have to be kept apart from one who is elsewhere today. */
export function requireOfficerOfEither(ctx: Ctx, [one, other]: readonly [string, string]): void {
	const mayIn = (facilityId: string) =>
		ctx.actor.kind === 'officer' && hasPermission(rolesIn(ctx.actor.grants, facilityId), 'screen-applications')
	requireOfficerOrSystem(ctx, 'screen-applications', mayIn(other) ? other : one)
}

/** Visitors belong to no facility: it takes the role in the one where the officer works. */
async function lockedVisitors(tx: DbOrTx, ctx: Ctx, keys: readonly [Key, Key]): Promise<Two> {
	requireOfficerOrSystem(ctx, 'screen-applications', ctx.actor.kind === 'officer' ? ctx.actor.facilityId : null)
	const [one, other] = [await selectVisitorId(tx, keys[0]), await selectVisitorId(tx, keys[1])]
	if (!one || !other) throw new ServiceError('not-found', 'There is no such visitor')
	const [visitorA, visitorB] = inOrder(one, other)
	await lockVisitors(tx, [visitorA, visitorB])
	return { prisonerA: null, prisonerB: null, visitorA, visitorB }
}

function inOrder(one: string, other: string): [string, string] {
	if (one === other) throw new ServiceError('incomplete', 'It takes two persons', ['other'])
	return one < other ? [one, other] : [other, one]
}

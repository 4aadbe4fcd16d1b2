import { mayDo } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import type { Key } from '#db/queries/events/keys.ts'
import { insertKeepApart, type KeepApartRow, selectPair } from '#db/queries/events/orders.ts'
import { selectVisitorId } from '#db/queries/events/permits.ts'
import { selectPrisoner } from '#db/queries/events/prisoners.ts'
import type { Among } from '#db/queries/reviews/bookings.ts'
import { audited } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { requireRegistrar } from './may-register.ts'

export type KeepApartInput = { prisoners: readonly [Key, Key] } | { visitors: readonly [Key, Key] }

type Two = Pick<KeepApartRow, 'prisonerA' | 'prisonerB' | 'visitorA' | 'visitorB'>

/**
 * Two prisoners, or two visitors, must not be in one area at one time. Where their visits meet, both come under review. A pair
 * that is kept apart already stays one.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete` (twice the same person)
 */
export async function keepApart(ctx: Ctx, input: KeepApartInput): Promise<ReviewsOutcome & { pair: KeepApartRow }> {
	return transaction(ctx.db, async (tx) => {
		const two =
			'prisoners' in input
				? await lockedPrisoners(tx, ctx, input.prisoners)
				: await lockedVisitors(tx, ctx, input.visitors)
		const before = await selectPair(tx, two)
		if (before) return { pair: before, opened: [], closed: [] }
		const pair = await insertKeepApart(tx, { id: newId(ctx.now), ref: newRef(), ...two, endedAt: null })
		await audited(tx, ctx, {
			action: 'keep-apart.add',
			subjectKind: 'keep-apart',
			subjectId: pair.id,
			detail: { persons: idsOf(two) },
		})
		const causes = [{ cause: 'keep-apart-added' as const, causeId: pair.id }]
		return { pair, ...(await openReviews(tx, ctx, { causes, among: bookingsOf(two) })) }
	})
}

/** The two, and their bookings. */
export function bookingsOf(two: Two): Among {
	return two.prisonerA ? { prisonerIds: idsOf(two) } : { visitorIds: idsOf(two) }
}

export function idsOf({ prisonerA, prisonerB, visitorA, visitorB }: Two): string[] {
	return [prisonerA, prisonerB, visitorA, visitorB].filter((id) => id !== null)
}

async function lockedPrisoners(tx: DbOrTx, ctx: Ctx, keys: readonly [Key, Key]): Promise<Two> {
	const [one, other] = [await selectPrisoner(tx, keys[0]), await selectPrisoner(tx, keys[1])]
	if (!one || !other) throw new ServiceError('not-found', 'There is no such prisoner')
	requireRegistrarOfEither(ctx, [one.facilityId, other.facilityId])
	const [prisonerA, prisonerB] = inOrder(one.id, other.id)
	await lockPrisoners(tx, [prisonerA, prisonerB])
	return { prisonerA, prisonerB, visitorA: null, visitorB: null }
}

/** The officer's own prisoner may have to be kept apart from one who is elsewhere today. */
export function requireRegistrarOfEither(ctx: Ctx, [one, other]: readonly [string, string]): void {
	const mayIn = (facilityId: string) =>
		ctx.actor.kind === 'officer' && mayDo(rolesIn(ctx.actor.grants, facilityId), 'screen-applications')
	requireRegistrar(ctx, 'screen-applications', mayIn(other) ? other : one)
}

/** Visitors belong to no facility: it takes the role in the one where the officer works. */
async function lockedVisitors(tx: DbOrTx, ctx: Ctx, keys: readonly [Key, Key]): Promise<Two> {
	requireRegistrar(ctx, 'screen-applications', ctx.actor.kind === 'officer' ? ctx.actor.facilityId : null)
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

import type { Custody } from '#app/domain/prisoners/prisoner.ts'
import type { ReviewCause } from '#app/domain/reviews/causes.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { Key } from '#db/queries/key.ts'
import { updatePrisoner } from '#db/queries/prisoners.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { openReviews } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { prisonerUnderLock } from './prisoner-under-lock.server.ts'
import type { PrisonerChanged } from './transfer-prisoner.server.ts'

export interface CustodyInput {
	prisoner: Key
	custody: Custody
	/** Since when it is so, where the register has said; now when left out. */
	knownFrom?: Date
}

const causeOf: Readonly<Record<Custody, ReviewCause | null>> = {
	in: null,
	out: 'custody-out',
	released: 'prisoner-released',
}

/**
 * A prisoner is out (court, hospital, leave), is back in, or has been released. Every visit to come is under review until the
 * prisoner is `in` again, which ends those reviews by itself. The same custody again changes nothing.
 *
 * @throws ServiceError `not-found`, `not-allowed`
 */
export async function setCustody(ctx: Ctx, input: CustodyInput): Promise<PrisonerChanged> {
	return transaction(ctx.db, (tx) => setCustodyWithin(tx, ctx, input))
}

/** `setCustody` as a part of a larger use case, in its transaction. */
export async function setCustodyWithin(tx: DbOrTx, ctx: Ctx, input: CustodyInput): Promise<PrisonerChanged> {
	const before = await prisonerUnderLock(tx, ctx, input.prisoner, 'register-events')
	if (before.custody === input.custody) return { prisoner: before, opened: [], closed: [] }
	const { id: causeId } = before
	const prisoner = await updatePrisoner(tx, causeId, { custody: input.custody }, input.knownFrom ?? ctx.now)
	await writeAudit(tx, ctx, {
		action: input.custody === 'released' ? 'prisoner.release' : 'prisoner.custody',
		facilityId: before.facilityId,
		subjectKind: 'prisoner',
		subjectId: causeId,
		detail: { custody: input.custody },
	})
	const cause = causeOf[input.custody]
	const causes = cause ? [{ cause, causeId }] : []
	return { prisoner, ...(await openReviews(tx, ctx, { causes, scope: { prisonerIds: [causeId] } })) }
}

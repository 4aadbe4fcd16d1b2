import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { Conflict } from '#app/domain/conflict.ts'
import type { RestrictionSource } from '#app/domain/restrictions/restrictions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** What an officer says of a restriction beside what it restricts. */
export interface RestrictionGround {
	reason?: string | null | undefined
	source?: RestrictionSource | null | undefined
	/** When it is to be looked at again. */
	reviewOn?: LocalDate | null | undefined
	/** The form's own key: sent twice, it records one restriction. */
	idempotencyKey?: string | null | undefined
}

/** The columns that every restriction has: why it stands, and who recorded it when. */
export function recordOf(ctx: Ctx, { reason, source, reviewOn, idempotencyKey }: RestrictionGround) {
	return {
		...{ reason: reason ?? null, source: source ?? null, reviewOn: reviewOn ?? null },
		idempotencyKey: idempotencyKey ?? null,
		createdAt: ctx.now,
		createdBy: officerIn(ctx),
	}
}

/** The officer who acts; null for the system. */
export function officerIn({ actor }: Ctx): string | null {
	return actor.kind === 'officer' ? actor.officerId : null
}

/**
 * What the same form recorded before, where it says the same. @throws ServiceError `not-found` (somebody else's form), `wrong-state`
 * (sent otherwise then)
 */
export async function requireSameForm(
	tx: DbOrTx,
	ctx: Ctx,
	before: { ref: string; createdBy: string | null; createdAt: Date | null },
	isSame: boolean,
): Promise<void> {
	const by = officerIn(ctx)
	if (by === null || before.createdBy !== by) throw new ServiceError('not-found', 'There is no such form')
	if (isSame) return
	const subject: Conflict['subject'] = { kind: 'restriction', ref: before.ref }
	throw await wrongState(tx, ctx, { what: 'form-used', by: { kind: 'officer', id: by }, at: before.createdAt, subject })
}

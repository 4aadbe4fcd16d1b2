import type { AuditAction, AuditSubjectKind } from '#app/domain/audit/actions.ts'
import type { Conflict, ConflictAct, ConflictActor } from '#app/domain/conflict.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type PastAct, type PastActor, selectLastAct } from '#db/queries/audit.ts'
import { selectOfficerNames } from '#db/queries/funds/officer-names.ts'
import type { Ctx } from './context.ts'
import { ServiceError } from './errors.ts'

export type { PastAct }

/** What was done, by whom and when, and the thing to lead on to. `by` and `at` of an audit row, or of a row's own columns. */
export interface Happened {
	what: ConflictAct
	by: PastActor | null
	at: Date | null
	subject?: Conflict['subject']
}

/** Whether the person who asks now is the one who did it then. */
function isSamePerson(ctx: Ctx, by: PastActor | null): boolean {
	const { actor } = ctx
	if (actor.kind === 'visitor') return by?.kind === 'visitor' && by.id === actor.visitorId
	return actor.kind === 'officer' && by?.kind === 'officer' && by.id === actor.officerId
}

/**
 * Whether an act that was done before may be answered with what is so: the same person asks again, by a second press or from a
 * second tab. A request with a key of its own is a new one.
 */
export function isRepeatBy(ctx: Ctx, by: PastActor | null): boolean {
	return ctx.isOwnRequest !== true && isSamePerson(ctx, by)
}

/** The last of these acts on a thing; null when there was none. */
export async function lastActOn(
	db: DbOrTx,
	subject: { kind: AuditSubjectKind; id: string },
	actions: readonly AuditAction[],
): Promise<PastAct | null> {
	return selectLastAct(db, subject, actions)
}

/** A `wrong-state` that says what was done before, in what its reader may know. Throw it inside the transaction it undoes. */
export async function wrongState(db: DbOrTx, ctx: Ctx, happened: Happened): Promise<ServiceError> {
	const { what, at, subject = null } = happened
	const by = happened.by && (await redactFor(db, ctx, happened.by))
	return new ServiceError('wrong-state', `Too late: ${what}`, [], { conflict: { what, by, at, subject } })
}

/** A family reads that it was the prison; an officer reads which officer, and of a family no name. */
async function redactFor(db: DbOrTx, ctx: Ctx, by: PastActor): Promise<ConflictActor | null> {
	if (isSamePerson(ctx, by)) return { kind: 'you' }
	if (by.kind === 'visitor') return { kind: 'family' }
	if (by.kind === 'system') return null
	if (ctx.actor.kind !== 'officer') return { kind: 'prison' }
	const name = by.id === null ? undefined : (await selectOfficerNames(db, [by.id])).get(by.id)
	return name === undefined ? { kind: 'prison' } : { kind: 'officer', name }
}

import type { DbOrTx } from '#db/client.server.ts'
import { type RecordedAct, selectLatestAct } from '#db/queries/audit.ts'
import { ConflictError, type EarlierAct, type TellableAct } from './conflict.ts'
import type { Ctx } from './context.ts'
import { ServiceError } from './errors.ts'

/** The last of these acts on a thing, as pages tell of it; null when there was none. */
export function latestAct(
	db: DbOrTx,
	subject: { kind: 'application' | 'booking'; id: string },
	actions: readonly TellableAct[],
): Promise<RecordedAct<TellableAct> | null> {
	return selectLatestAct(db, subject, actions)
}

export function earlierAct({ action, officerName, actorKind, at }: RecordedAct<TellableAct>): EarlierAct {
	return { what: action, by: officerName, byKind: actorKind, at }
}

/** Whether the actor is who acted. */
export function isOwnAct(ctx: Ctx, act: RecordedAct<TellableAct> | null): act is RecordedAct<TellableAct> {
	return ctx.actor.kind === 'officer' && act?.actorKind === 'officer' && act.actorId === ctx.actor.officerId
}

/** `wrong-state`, with who did what and when where that is known. */
export function cameAfter(act: RecordedAct<TellableAct> | null, state: string): ServiceError {
	return act ? new ConflictError(earlierAct(act)) : new ServiceError('wrong-state', `It is ${state}`)
}

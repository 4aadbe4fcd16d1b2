import type { AuditAction } from '#app/domain/audit/actions.ts'
import type { ConflictAct } from '#app/domain/conflict.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { ApplicationRow } from '#db/queries/applications/write.ts'
import { lastActOn, type PastAct, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** What each audited act on an application was, to whoever comes after it. */
const acts = {
	'application.check': 'application-check-set',
	'application.decide': 'application-decided',
	'application.grant': 'application-decided',
	'application.link': 'application-linked',
	'application.unlink': 'application-unlinked',
	'application.withdraw': 'application-withdrawn',
} as const satisfies Partial<Record<AuditAction, ConflictAct>>

type ApplicationAct = keyof typeof acts

const isKnown = (action: AuditAction): action is ApplicationAct => action in acts

/** The last of these acts on an application, whoever did it; null when none is on record. */
export function lastActOnApplication(
	db: DbOrTx,
	{ id }: Pick<ApplicationRow, 'id'>,
	actions: readonly ApplicationAct[],
): Promise<PastAct | null> {
	return lastActOn(db, { kind: 'application', id }, actions)
}

/** A `wrong-state` that says what was done to an application before, by whom and when. */
export async function applicationConflict(
	db: DbOrTx,
	ctx: Ctx,
	{ ref, state }: Pick<ApplicationRow, 'ref' | 'state'>,
	act: PastAct | null,
): Promise<ServiceError> {
	if (!act || !isKnown(act.action)) return new ServiceError('wrong-state', `Application is ${state}`)
	const { by, at } = act
	return wrongState(db, ctx, { what: acts[act.action], by, at, subject: { kind: 'application', ref } })
}

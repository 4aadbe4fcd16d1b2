import type { Permission } from '#app/domain/access/permissions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type DecisionRow, selectDecision, selectDecisionsAbout } from '#db/queries/decisions/decisions.ts'
import type { Key } from '#db/queries/key.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { appealedDecision, lockSubject, type Subject, subjectKeyOf } from './subject.server.ts'

/** Finds a decision, asks whether the officer may have to do with it, and locks its case. @throws ServiceError as `lockSubject` */
export async function lockDecided(
	tx: DbOrTx,
	ctx: Ctx,
	key: Key | { application: Key },
	permission: Permission = 'decide',
): Promise<{ decision: DecisionRow; subject: Subject }> {
	if ('application' in key) {
		const subject = await lockSubject(tx, ctx, { application: key.application }, permission)
		const [latest] = await selectDecisionsAbout(tx, subject.of)
		if (!latest) throw new ServiceError('wrong-state', 'Nothing is decided of the application')
		return { decision: latest, subject }
	}
	const found = await selectDecision(tx, key)
	if (!found) throw new ServiceError('not-found', 'There is no such decision')
	const subject = await lockSubject(tx, ctx, subjectKeyOf(await appealedDecision(tx, found)), permission)
	return { decision: found, subject }
}

import type { DbOrTx } from '#db/client.server.ts'
import { lockApplication } from '#db/queries/applications/open.ts'
import { selectCase } from '#db/queries/applications/read.ts'
import { type ApplicationRow, updateApplication } from '#db/queries/applications/write.ts'
import { writeAudit } from '../audit.server.ts'
import { requireVisitor } from '../authorise.ts'
import { isRepeatBy, lastActOn, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'

/** The applicant takes it back before it is decided. Taken back already, it stays so. @throws ServiceError `not-found`, `wrong-state` */
export async function withdrawApplication(
	ctx: Ctx,
	input: { application: { id: string } | { ref: string } },
): Promise<ApplicationRow> {
	const { visitorId } = requireVisitor(ctx)
	return transaction(ctx.db, async (tx) => {
		const found = await selectCase(tx, input.application)
		if (found?.application.applicantId !== visitorId)
			throw new ServiceError('not-found', 'There is no such application')
		const application = await lockApplication(tx, found.application.id)
		const withdrawn = await updateApplication(tx, application, ['received', 'ready'], {
			state: 'withdrawn',
			decidedAt: ctx.now,
		})
		if (!withdrawn) return withdrawnBefore(tx, ctx, application)
		await writeAudit(tx, ctx, { action: 'application.withdraw', subjectKind: 'application', subjectId: withdrawn.id })
		return withdrawn
	})
}

/** The application, where the same person took it back. @throws ServiceError `wrong-state` otherwise */
async function withdrawnBefore(tx: DbOrTx, ctx: Ctx, application: ApplicationRow): Promise<ApplicationRow> {
	const act = await lastActOn(tx, { kind: 'application', id: application.id }, [
		'application.withdraw',
		'application.decide',
		'application.grant',
	])
	const isWithdrawn = application.state === 'withdrawn'
	if (isWithdrawn && act?.action === 'application.withdraw' && isRepeatBy(ctx, act.by)) return application
	throw await wrongState(tx, ctx, {
		what: isWithdrawn ? 'application-withdrawn' : 'application-decided',
		by: act?.by ?? null,
		at: act?.at ?? application.decidedAt,
		subject: { kind: 'application', ref: application.ref },
	})
}

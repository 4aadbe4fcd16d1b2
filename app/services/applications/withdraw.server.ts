import { selectCase } from '#db/queries/applications/read.ts'
import { type ApplicationRow, updateApplication } from '#db/queries/applications/write.ts'
import { audited } from '../audit.server.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'

/** The applicant takes it back before it is decided. @throws ServiceError `not-found`, `wrong-state` */
export async function withdrawApplication(
	ctx: Ctx,
	input: { application: { id: string } | { ref: string } },
): Promise<ApplicationRow> {
	const { visitorId } = requireVisitor(ctx)
	return transaction(ctx.db, async (tx) => {
		const found = await selectCase(tx, input.application)
		if (found?.application.applicantId !== visitorId)
			throw new ServiceError('not-found', 'There is no such application')
		const withdrawn = await updateApplication(tx, found.application, ['received', 'ready'], {
			state: 'withdrawn',
			decidedAt: ctx.now,
		})
		if (!withdrawn) throw new ServiceError('wrong-state', `It is ${found.application.state}`)
		await audited(tx, ctx, { action: 'application.withdraw', subjectKind: 'application', subjectId: withdrawn.id })
		return withdrawn
	})
}

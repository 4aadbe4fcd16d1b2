import { faultyFields, type Template } from '#app/domain/timetable/template.ts'
import { newId, newRef } from '#db/ids.ts'
import { insertTemplate, type TemplateRow } from '#db/queries/timetable/templates.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { createSessionsOf } from './create-sessions.server.ts'
import { templateColumns } from './template-columns.ts'

/**
 * Adds a row to the weekly timetable, with its timetable.
 *
 * @throws ServiceError `not-allowed`, `incomplete` (with the fields that cannot stand)
 */
export async function addTemplate(
	ctx: Ctx,
	input: { facilityId: string; template: Template },
): Promise<{ template: TemplateRow; sessions: number }> {
	requireOfficer(ctx, 'manage-timetable', input.facilityId)
	const faults = faultyFields(input.template)
	if (faults.length > 0) throw new ServiceError('incomplete', 'The template cannot stand like this', faults)
	return transaction(ctx.db, async (tx) => {
		const { facilityId } = input
		const template: TemplateRow = { id: newId(ctx.now), ref: newRef(), facilityId, ...templateColumns(input.template) }
		await insertTemplate(tx, template)
		await writeAudit(tx, ctx, {
			action: 'template.add',
			facilityId,
			subjectKind: 'session-template',
			subjectId: template.id,
		})
		const sessions = await createSessionsOf(tx, ctx, { facilityId, templateIds: [template.id] })
		return { template, sessions }
	})
}

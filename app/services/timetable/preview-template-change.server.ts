import type { Template } from '#app/domain/timetable/template.ts'
import type { Key } from '#db/queries/key.ts'
import type { TemplateRow } from '#db/queries/timetable/templates.ts'
import { writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import type { Ctx } from '../context.ts'
import { changedTemplate, findTemplate } from './change-template.server.ts'
import { planTemplateChange, type TemplatePlan } from './template-plan.server.ts'

export interface TemplatePreview extends TemplatePlan {
	before: TemplateRow
	after: TemplateRow
	/** Bookings that would come under review. */
	bookings: number
}

/**
 * What a change of a template would do: the sessions that change, are called off or come anew, who has a place in them, and what
 * an officer should know before: less room than is taken, another session in the same area at the same time. Nothing is
 * written but that somebody looked.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete`
 */
export async function previewTemplateChange(
	ctx: Ctx,
	input: { template: Key; change: Partial<Template> },
): Promise<TemplatePreview> {
	const before = await findTemplate(ctx, input.template)
	const after = changedTemplate(before, input.change)
	return auditedRead(ctx, async (tx) => {
		const plan = await planTemplateChange(tx, before, after, ctx.now)
		const confirmed = plan.touched.flatMap(({ bookings }) => bookings.filter(({ state }) => state === 'confirmed'))
		await writeAudit(tx, ctx, {
			action: 'template.preview',
			facilityId: before.facilityId,
			subjectKind: 'session-template',
			subjectId: before.id,
			detail: { shown: plan.touched.length },
		})
		return { ...plan, before, after, bookings: confirmed.length }
	})
}

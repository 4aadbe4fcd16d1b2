import { faultyFields, type Template } from '#app/domain/timetable/template.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { Key } from '#db/queries/key.ts'
import { lockGeneratedSessions } from '#db/queries/timetable/sessions.ts'
import { lockTemplate, selectTemplate, type TemplateRow, updateTemplate } from '#db/queries/timetable/templates.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { createSessionsOf } from './create-sessions.server.ts'
import { changeTakenSessions, isForReview, rewriteSessions } from './rewrite-sessions.server.ts'
import { templateColumns } from './template-columns.ts'
import { planTemplateChange, type TemplatePlan } from './template-plan.server.ts'

/** Sessions that were free may be taken while others are changed: then it is looked at again. */
const attempts = 5

export interface ChangeTemplateInput {
	template: Key
	/** What changes; the rest stays. */
	change: Partial<Template>
	/** The fingerprint of the preview that the officer saw: where it no longer holds, nothing is written. */
	seen?: string | null
}

export interface TemplateOutcome {
	template: TemplateRow
	/** Sessions that were changed, called off, and made. */
	changed: number
	calledOff: number
	created: number
	/** Bookings that came under review, by id. */
	underReview: string[]
}

/**
 * Changes a row of the weekly timetable, and its sessions to come with it, from now on. Where somebody has a place in a
 * session, it is changed or closed as officers change or close a single one: its bookings come under review, and nobody's
 * visit changes silently. The template follows last, with the sessions that are free: a change that was interrupted is
 * finished by the same call made again.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete` (with the fields that cannot stand), `wrong-state` (it is no
 * longer as the preview said), `busy`
 */
export async function changeTemplate(ctx: Ctx, input: ChangeTemplateInput): Promise<TemplateOutcome> {
	const found = await findTemplate(ctx, input.template)
	const after = changedTemplate(found, input.change)
	const seen = await planTemplateChange(ctx.db, found, after, ctx.now)
	if (input.seen && input.seen !== seen.fingerprint)
		throw new ServiceError('wrong-state', 'The timetable has changed since')
	const underReview = new Set<string>()
	for (let attempt = 0; attempt < attempts; attempt++) {
		const plan = attempt === 0 ? seen : await planTemplateChange(ctx.db, found, after, ctx.now)
		for (const id of await changeTakenSessions(ctx, plan)) underReview.add(id)
		const written = await transaction(ctx.db, (tx) => writeChange(tx, ctx, found.id, input.change))
		if (written) return { ...written, ...countsOf(seen), underReview: [...underReview] }
	}
	throw new ServiceError('busy', 'Places are being taken all the time')
}

/** The template and the sessions that are free; null, and nothing written, when someone has taken a place meanwhile. */
async function writeChange(
	tx: DbOrTx,
	ctx: Ctx,
	templateId: string,
	change: Partial<Template>,
): Promise<{ template: TemplateRow; created: number } | null> {
	const before = await lockTemplate(tx, templateId)
	if (!before) throw new ServiceError('not-found', 'There is no such template')
	const template = changedTemplate(before, change)
	await lockGeneratedSessions(tx, templateId, ctx.now)
	const plan = await planTemplateChange(tx, before, template, ctx.now)
	if (plan.touched.some(isForReview)) return null
	await updateTemplate(tx, templateId, template)
	await rewriteSessions(tx, ctx, plan)
	const { facilityId } = template
	const created = await createSessionsOf(tx, ctx, { facilityId, templateIds: [templateId] })
	await writeAudit(tx, ctx, {
		action: 'template.change',
		facilityId,
		subjectKind: 'session-template',
		subjectId: templateId,
		detail: { fields: Object.keys(change), sessions: plan.touched.length, created },
	})
	return { template, created }
}

function countsOf({ touched }: TemplatePlan): { changed: number; calledOff: number } {
	const changed = touched.filter(({ change }) => change !== null).length
	return { changed, calledOff: touched.length - changed }
}

/** A template of a facility whose timetable the officer keeps. @throws ServiceError `not-found`, `not-allowed` */
export async function findTemplate(ctx: Ctx, key: Key): Promise<TemplateRow> {
	const template = await selectTemplate(ctx.db, key)
	if (!template) throw new ServiceError('not-found', 'There is no such template')
	requireOfficer(ctx, 'manage-timetable', template.facilityId)
	return template
}

/** The template as it would be. @throws ServiceError `incomplete` */
export function changedTemplate(before: TemplateRow, change: Partial<Template>): TemplateRow {
	const { id, ref, facilityId } = before
	const after: Template = { ...before, ...change }
	const faults = faultyFields(after)
	if (faults.length > 0) throw new ServiceError('incomplete', 'The template cannot stand like this', faults)
	return { id, ref, facilityId, ...templateColumns(after) }
}

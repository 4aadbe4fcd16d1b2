import { addDays, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import { defaultPolicy } from '#app/domain/policy.ts'
import { leastDays, sessionHorizon, spareDays } from '#app/domain/timetable/horizon.ts'
import { templateDates } from '#app/domain/timetable/template-dates.ts'
import type { Db, DbOrTx } from '#db/client.server.ts'
import { holdTemplates, selectTemplatesDue, type TemplateDue } from '#db/queries/timetable/templates.ts'
import { insertSessions } from '#db/queries/timetable/write-sessions.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { policyInForce } from '../policy.server.ts'
import { transaction } from '../transaction.server.ts'
import { sessionRows } from './session-rows.ts'

/**
 * Makes the dated sessions that are wanting, in every facility, as far ahead as families see and a week more. Returns how
 * many were made. Any number may run at once: a session is made once for each template and date, and one that was called
 * off or moved is there already and is not made again. `from` reaches back for what a story needs of the past, for templates
 * that have no sessions yet.
 */
export async function createSessions(db: Db, now: Date, from?: LocalDate): Promise<number> {
	const wanting = new Map<string, string[]>()
	for (const { id, facilityId } of await templatesWanting(db, now)) {
		wanting.set(facilityId, [...(wanting.get(facilityId) ?? []), id])
	}
	let created = 0
	for (const [facilityId, templateIds] of wanting) {
		created += await transaction(db, (tx) =>
			createSessionsOf(tx, systemCtx(db, now), { facilityId, templateIds, ...(from && { from }) }),
		)
	}
	return created
}

async function templatesWanting(db: Db, now: Date): Promise<TemplateDue[]> {
	const today = localDate(now)
	const due = await selectTemplatesDue(db, { today, now, leastDays, spareDays })
	return due.filter((template) => {
		const { newest } = template
		const first = newest !== null && newest >= today ? addDays(newest, 1) : today
		const last = sessionHorizon(today, { maxDaysAhead: template.maxDaysAhead ?? defaultPolicy.maxDaysAhead })
		return templateDates(template, first, last).length > 0
	})
}

/**
 * The same for some templates of one facility, within a transaction. Without `from` the sessions still to begin today are the
 * first.
 */
export async function createSessionsOf(
	tx: DbOrTx,
	ctx: Ctx,
	request: { facilityId: string; templateIds: readonly string[]; from?: LocalDate },
): Promise<number> {
	const templates = await holdTemplates(tx, request.templateIds)
	const today = localDate(ctx.now)
	const last = sessionHorizon(today, await policyInForce(tx, request.facilityId, ctx.now))
	const range = { first: request.from ?? today, last }
	const created = await insertSessions(
		tx,
		templates.flatMap((template) => sessionRows(template, range, ctx.now)),
	)
	if (created > 0) {
		await writeAudit(tx, ctx, {
			action: 'timetable.create-sessions',
			facilityId: request.facilityId,
			subjectKind: 'facility',
			subjectId: request.facilityId,
			detail: { created, until: last },
		})
	}
	return created
}

function systemCtx(db: Db, now: Date): Ctx {
	return { db, now, actor: { kind: 'system' }, requestId: null }
}

import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { sessionTemplate } from '#db/schema/index.ts'
import { isKey, type Key } from '../key.ts'
import { at } from '../statement.ts'

export type TemplateRow = typeof sessionTemplate.$inferSelect

export async function selectTemplate(db: DbOrTx, key: Key): Promise<TemplateRow | null> {
	const [row] = await db.select().from(sessionTemplate).where(isKey(sessionTemplate, key))
	return row ?? null
}

/** A facility's timetable: the templates that have not come to their end before `today`, in the order of the week. */
export async function selectTemplates(
	db: DbOrTx,
	request: { facilityId: string; today: LocalDate },
): Promise<TemplateRow[]> {
	const { weekday, startTime, area, id } = sessionTemplate
	return db
		.select()
		.from(sessionTemplate)
		.where(and(eq(sessionTemplate.facilityId, request.facilityId), notEnded(request.today)))
		.orderBy(asc(weekday), asc(startTime), asc(area), asc(id))
}

const notEnded = (today: LocalDate): SQL =>
	sql`(${sessionTemplate.validTo} is null or ${sessionTemplate.validTo} >= ${today}::date)`

/** Whether any facility has a timetable on a date or after it. */
export async function hasTemplates(db: DbOrTx, date: LocalDate): Promise<boolean> {
	const [row] = await db.select({ id: sessionTemplate.id }).from(sessionTemplate).where(notEnded(date)).limit(1)
	return row !== undefined
}

/** Locks a template before a change, so that no sessions are made of what it was. */
export async function lockTemplate(tx: DbOrTx, id: string): Promise<TemplateRow | null> {
	const [row] = await tx.select().from(sessionTemplate).where(eq(sessionTemplate.id, id)).for('no key update')
	return row ?? null
}

/** Reads templates so that nobody changes them while sessions are made of them. */
export async function holdTemplates(tx: DbOrTx, templateIds: readonly string[]): Promise<TemplateRow[]> {
	return tx
		.select()
		.from(sessionTemplate)
		.where(inArray(sessionTemplate.id, [...templateIds]))
		.orderBy(asc(sessionTemplate.id))
		.for('share')
}

/** A template that may want a session more, with the date of its newest one and its facility's `maxDaysAhead`, where set. */
export type TemplateDue = Pick<
	TemplateRow,
	'id' | 'facilityId' | 'weekday' | 'everyWeeks' | 'validFrom' | 'validTo'
> & {
	newest: LocalDate | null
	maxDaysAhead: number | null
}

/**
 * The templates whose newest session lies a week or more before the horizon, which is `leastDays` or the facility's own
 * `maxDaysAhead`, whichever reaches further, and `spareDays`. One look at an index for each template.
 */
export async function selectTemplatesDue(
	db: DbOrTx,
	request: { today: LocalDate; now: Date; leastDays: number; spareDays: number },
): Promise<TemplateDue[]> {
	const last = sql`${request.today}::date + ${request.spareDays}::int + greatest(${request.leastDays}::int, coalesce(p.ahead, 0))`
	return db.execute<TemplateDue>(sql`
		select t.id, t.facility_id as "facilityId", t.weekday, t.every_weeks as "everyWeeks",
			t.valid_from::text as "validFrom", t.valid_to::text as "validTo", newest.date::text as newest,
			p.ahead as "maxDaysAhead"
		from session_template t
		left join lateral (select (parameters->>'maxDaysAhead')::int as ahead from facility_policy
			where facility_id = t.facility_id and valid_from <= ${at(request.now)}
				and (valid_to is null or valid_to > ${at(request.now)})) p on true
		cross join lateral (select max(s.template_date) as date from visit_session s where s.template_id = t.id) newest
		where (t.valid_to is null or t.valid_to >= ${request.today}::date and t.valid_to > coalesce(newest.date, '-infinity'))
			and t.valid_from <= ${last} and coalesce(newest.date, '-infinity') <= ${last} - 7
		order by t.facility_id, t.id`)
}

export async function insertTemplate(tx: DbOrTx, row: TemplateRow): Promise<void> {
	await tx.insert(sessionTemplate).values(row)
}

export async function updateTemplate(tx: DbOrTx, id: string, change: Partial<TemplateRow>): Promise<void> {
	await tx.update(sessionTemplate).set(change).where(eq(sessionTemplate.id, id))
}

import { type SQL, sql } from 'drizzle-orm'
import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { DbOrTx } from '#db/client.server.ts'

/** Decisions whose controls stand, and that no later decision about the permit has taken the place of. */
const standing = sql`decision d join permit p on p.id = d.permit_id or p.decision_id = d.id
	where d.review_on is not null and d.controls_ended_at is null and d.ended_at is null and d.in_force_at is not null
	and p.state <> 'ended' and not exists (select from decision n where n.permit_id = p.id and n.outcome = 'controls'
		and n.id <> d.id and n.in_force_at >= d.in_force_at and n.ended_at is null)`

/** Permits with controls whose review date lies on this day or before it. */
export async function selectUnrenewed(
	db: DbOrTx,
	reviewedBy: LocalDate,
	limit: number,
): Promise<{ permitId: string; decisionId: string }[]> {
	return db.execute<{ permitId: string; decisionId: string }>(sql`
		select p.id as "permitId", d.id as "decisionId" from ${standing} and d.review_on <= ${reviewedBy}::date
		order by d.review_on, d.id limit ${limit}`)
}

/** Whether the controls of a permit are those of that decision, still to be renewed. */
export async function isUnrenewed(
	db: DbOrTx,
	{ permitId, decisionId }: { permitId: string; decisionId: string },
	reviewedBy: LocalDate,
): Promise<boolean> {
	const isIt: SQL = sql`and d.id = ${decisionId}::uuid and p.id = ${permitId}::uuid and d.review_on <= ${reviewedBy}::date`
	return (await db.execute(sql`select from ${standing} ${isIt}`)).length > 0
}

/** The earliest review date after a day. */
export async function nextReviewDay(db: DbOrTx, after: LocalDate): Promise<LocalDate | null> {
	const [row] = await db.execute<{ day: string | null }>(
		sql`select min(d.review_on)::text as day from ${standing} and d.review_on > ${after}::date`,
	)
	return row?.day ?? null
}

import { type SQL, sql } from 'drizzle-orm'
import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { at } from '../statement.ts'

async function idsWhere(db: DbOrTx, statement: SQL): Promise<string[]> {
	const rows = await db.execute<{ id: string }>(statement)
	return rows.map((row) => row.id)
}

/** The first of what `statement` yields as `next`, an instant; null when there is none. */
async function firstInstant(db: DbOrTx, statement: SQL): Promise<Date | null> {
	const [row] = await db.execute<{ next: string | null }>(statement)
	return row?.next ? new Date(row.next) : null
}

/** What an order's end is written down as, when it is lifted too: an order that has it is not taken up again. */
export const orderEnded = { action: 'court-restriction.end', subjectKind: 'court-restriction' } as const

/** Court orders that ended of themselves and were not taken up yet. Visits are booked weeks ahead, not months. */
export function selectEndedRestrictions(db: DbOrTx, now: Date, limit: number): Promise<string[]> {
	return idsWhere(
		db,
		sql`select id from court_restriction r where to_at <= ${at(now)} and to_at > ${at(now)} - interval '60 days'
			and not exists (select from audit where subject_kind = ${orderEnded.subjectKind} and subject_id = r.id and action = ${orderEnded.action})
			order by to_at, id limit ${limit}`,
	)
}

export function nextRestrictionEnd(db: DbOrTx, after: Date): Promise<Date | null> {
	return firstInstant(db, sql`select to_json(min(to_at)) as next from court_restriction where to_at > ${at(after)}`)
}

/** Permits that count as active though their last day, or the day that their re-check was due, lies behind. */
export function selectLapsing(db: DbOrTx, today: LocalDate, limit: number): Promise<string[]> {
	return idsWhere(
		db,
		sql`select id from permit where state = 'active' and least(valid_to, recheck_due) < ${today}::date order by id limit ${limit}`,
	)
}

/** The first day after which an active permit lapses. */
export async function nextLastDay(db: DbOrTx, from: LocalDate): Promise<LocalDate | null> {
	const [row] = await db.execute<{ day: string | null }>(sql`
		select min(least(valid_to, recheck_due))::text as day from permit
		where state = 'active' and least(valid_to, recheck_due) >= ${from}::date`)
	return row?.day ?? null
}

/**
 * Bookings under review for what may be over without anyone's use case: a ban that ran out, or a non-association whose other side is
 * no longer there at that time (a hold that ran out, a request that was declined).
 */
export function selectMaybeGone(db: DbOrTx, now: Date): Promise<string[]> {
	return idsWhere(
		db,
		sql`select distinct r.booking_id as id from review r
			join booking b on b.id = r.booking_id and b.state = 'confirmed'
			left join visit_session s on s.id = b.session_id
			where r.ended_at is null and (
				r.cause = 'visitor-banned' and exists (select from ban where ban.id = r.cause_id and ban.to_at <= ${at(now)})
				or r.cause = 'non-association-added' and not exists (
					select from non_association k, booking o where k.id = r.cause_id and o.id <> b.id and o.area = b.area
						and o.state in ('held', 'requested', 'confirmed', 'checked-in') and not (o.state = 'held' and o.hold_until <= ${at(now)})
						and o.starts_at < coalesce(s.ends_at, b.ends_at) and o.ends_at > coalesce(s.starts_at, b.starts_at)
						and (o.prisoner_id in (k.prisoner_a, k.prisoner_b) or exists (select from booking_visitor v
							where v.booking_id = o.id and v.visitor_id in (k.visitor_a, k.visitor_b)))))`,
	)
}

/** The end of a visit under review: the later of what the family was told and what its session says now. */
const endUnderReview = sql`greatest(b.ends_at, s.ends_at)`
const underReview = sql`(select distinct booking_id from review where ended_at is null) r
	join booking b on b.id = r.booking_id left join visit_session s on s.id = b.session_id`

/** Bookings that are over and still under review, the first to end first. */
export function selectReviewedOver(db: DbOrTx, now: Date, limit: number): Promise<string[]> {
	return idsWhere(
		db,
		sql`select b.id from ${underReview} where ${endUnderReview} <= ${at(now)} order by ${endUnderReview}, b.id limit ${limit}`,
	)
}

export function nextReviewedEnd(db: DbOrTx, after: Date): Promise<Date | null> {
	return firstInstant(
		db,
		sql`select to_json(min(${endUnderReview})) as next from ${underReview} where ${endUnderReview} > ${at(after)}`,
	)
}

export function nextBanEnd(db: DbOrTx, after: Date): Promise<Date | null> {
	return firstInstant(
		db,
		sql`select to_json(min(to_at)) as next from ban where to_at > ${at(after)}
			and exists (select from review where cause = 'visitor-banned' and cause_id = ban.id and ended_at is null)`,
	)
}

import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type ReviewCause, reviewCauses } from '#app/domain/reviews/causes.ts'
import type { ReviewResolution } from '#app/domain/reviews/resolutions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { checkedDocument } from '#db/documents.ts'
import { review } from '#db/schema/index.ts'
import { uuid } from '../shapes.ts'
import { at, ids } from '../statement.ts'

export type NewReview = typeof review.$inferInsert

const openReviewShape = z.strictObject({
	id: uuid,
	bookingId: uuid,
	cause: z.enum(reviewCauses),
	causeId: uuid,
	facilityId: uuid,
	ownerId: uuid.nullable(),
})
export type OpenReview = z.output<typeof openReviewShape>

async function lockOpen(tx: DbOrTx, where: SQL): Promise<OpenReview[]> {
	const rows = await tx.execute<{ document: OpenReview }>(sql`
		select json_build_object('id', id, 'bookingId', booking_id, 'cause', cause, 'causeId', cause_id, 'facilityId', facility_id,
			'ownerId', owner_id) as document
		from review where ended_at is null and ${where} order by id for no key update`)
	return rows.map((row) => checkedDocument('open_review', openReviewShape, row.document))
}

/** The open reviews of bookings. Reviews are the last that a use case locks, all at once and by id. */
export function lockReviewsOf(tx: DbOrTx, bookingIds: readonly string[]): Promise<OpenReview[]> {
	return lockOpen(tx, sql`booking_id = any(${ids(bookingIds)})`)
}

/**
 * With them, those that may be settled along: the other sides of their non-association pairs, and in a session that changed those
 * whose time and setting are as they were told, for a place that comes free may be all that they lack.
 */
export function lockReviewsAround(tx: DbOrTx, bookingIds: readonly string[]): Promise<OpenReview[]> {
	const own = sql`select cause_id from review where ended_at is null and booking_id = any(${ids(bookingIds)})
		union select session_id from booking where id = any(${ids(bookingIds)}) and session_id is not null`
	return lockOpen(
		tx,
		sql`(booking_id = any(${ids(bookingIds)})
		or cause = 'non-association-added' and cause_id in (${own})
		or cause = 'session-changed' and cause_id in (${own}) and exists (
			select from booking b join visit_session s on s.id = b.session_id
			where b.id = review.booking_id and (b.starts_at, b.ends_at, b.setting) = (s.starts_at, s.ends_at, s.setting)))`,
	)
}

/** The open reviews of bookings, and every one that one thing caused. */
export function lockReviewsOfAndBy(
	tx: DbOrTx,
	bookingIds: readonly string[],
	{ cause, causeId }: { cause: ReviewCause; causeId: string },
): Promise<OpenReview[]> {
	return lockOpen(tx, sql`(booking_id = any(${ids(bookingIds)}) or cause = ${cause} and cause_id = ${causeId}::uuid)`)
}

/** Those of these bookings that are under review. */
export async function selectUnderReview(db: DbOrTx, bookingIds: readonly string[]): Promise<Set<string>> {
	const rows = await db.execute<{ booking_id: string }>(
		sql`select distinct booking_id from review where ended_at is null and booking_id = any(${ids(bookingIds)})`,
	)
	return new Set(rows.map((row) => row.booking_id))
}

/** Why these bookings are under review, the oldest cause first, by booking. */
export async function selectOpenCauses(db: DbOrTx, bookingIds: readonly string[]): Promise<Map<string, ReviewCause[]>> {
	const causes = new Map<string, ReviewCause[]>()
	if (bookingIds.length === 0) return causes
	const rows = await db.execute<{ booking_id: string; cause: ReviewCause }>(sql`
		select booking_id, cause from review where ended_at is null and booking_id = any(${ids(bookingIds)})
		order by opened_at, cause`)
	for (const { booking_id, cause } of rows) {
		const known = causes.get(booking_id) ?? []
		if (!known.includes(cause)) causes.set(booking_id, [...known, cause])
	}
	return causes
}

/** The bookings of a facility that are under review for a cause. */
export async function selectReviewedFor(db: DbOrTx, facilityId: string, cause: ReviewCause): Promise<string[]> {
	const rows = await db.execute<{ booking_id: string }>(
		sql`select distinct booking_id from review where ended_at is null and facility_id = ${facilityId}::uuid and cause = ${cause}`,
	)
	return rows.map((row) => row.booking_id)
}

export async function insertReviews(tx: DbOrTx, rows: readonly NewReview[]): Promise<void> {
	if (rows.length > 0) await tx.insert(review).values([...rows])
}

/** Ends open reviews. Who ends one that nobody owned has been its owner. */
export async function resolveReviews(
	tx: DbOrTx,
	reviewIds: readonly string[],
	end: { resolution: ReviewResolution; at: Date; by: string | null },
): Promise<void> {
	await tx.execute(sql`
		update review set resolution = ${end.resolution}, ended_at = ${at(end.at)}, ended_by = ${end.by}::uuid,
			owner_id = coalesce(owner_id, ${end.by}::uuid)
		where id = any(${ids(reviewIds)}) and ended_at is null`)
}

export async function ownReviews(tx: DbOrTx, reviewIds: readonly string[], officerId: string): Promise<void> {
	await tx.execute(sql`update review set owner_id = ${officerId}::uuid where id = any(${ids(reviewIds)})`)
}

/** The two whom each non-association names, by its id. */
export async function selectPairs(db: DbOrTx, nonAssociationIds: readonly string[]): Promise<Map<string, string[]>> {
	if (nonAssociationIds.length === 0) return new Map()
	const rows = await db.execute<{ id: string; one: string; two: string }>(sql`
		select id, coalesce(prisoner_a, visitor_a) as one, coalesce(prisoner_b, visitor_b) as two
		from non_association where id = any(${ids(nonAssociationIds)})`)
	return new Map(rows.map(({ id, one, two }) => [id, [one, two]]))
}

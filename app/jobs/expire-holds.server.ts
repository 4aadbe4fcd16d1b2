import { type SQL, sql } from 'drizzle-orm'
import { auditEntry } from '#app/services/audit.server.ts'
import { transaction } from '#app/services/transaction.server.ts'
import { offerFreedPlaces } from '#app/services/wishes/offer-places.server.ts'
import { insertAudit } from '#db/queries/audit.ts'
import { at, ids } from '#db/queries/statement.ts'
import type { DueWork } from './due-work.server.ts'

const batch = 50

const overdue = (now: Date): SQL => sql`state = 'held' and hold_until <= ${at(now)}`

/**
 * Gives up the places of holds that ran out. The rules already read such a hold as gone; this writes it down, and offers the
 * place to whoever waits for it. Sessions and rooms are locked before the bookings, in the order of every deed,
 * and what is locked already is left to whoever has it: each deed gives up the holds in its own way.
 */
export const expireHolds: DueWork = {
	name: 'expire-holds',
	async run(db, now) {
		// Asked each second, and mostly there is none: no transaction for that.
		const found = await db.execute<{ session_id: string | null; room_id: string | null }>(
			sql`select session_id, room_id from booking where ${overdue(now)} order by hold_until, id limit ${batch}`,
		)
		if (found.length === 0) return 0
		return transaction(db, async (tx) => {
			const lock = (table: SQL, wanted: readonly (string | null)[]) =>
				tx.execute<{ id: string }>(sql`
					select id from ${table} where id = any(${ids([...new Set(wanted.filter((id) => id !== null))])})
					order by id for no key update skip locked`)
			const sessions = await lock(
				sql`visit_session`,
				found.map((row) => row.session_id),
			)
			const rooms = await lock(
				sql`room`,
				found.map((row) => row.room_id),
			)
			const expired = await tx.execute<{ id: string; facility_id: string; session_id: string | null }>(sql`
				with due as materialized (
					select id from booking
					where ${overdue(now)} and (session_id = any(${ids(sessions.map((row) => row.id))}) or room_id = any(${ids(rooms.map((row) => row.id))}))
					order by hold_until, id limit ${batch} for no key update skip locked)
				update booking set state = 'expired', ended_at = hold_until where id in (select id from due)
				returning id, facility_id, session_id`)
			const ctx = { db, now, actor: { kind: 'system' as const }, requestId: null }
			await insertAudit(
				tx,
				expired.map((row) =>
					auditEntry(ctx, {
						action: 'booking.expire',
						subjectKind: 'booking',
						subjectId: row.id,
						facilityId: row.facility_id,
					}),
				),
			)
			const freed = new Set(expired.map((row) => row.session_id).filter((id) => id !== null))
			await offerFreedPlaces(tx, ctx, [...freed].sort())
			return expired.length
		})
	},
	async nextDue(db, after) {
		const [row] = await db.execute<{ next: string | null }>(
			sql`select to_json(min(hold_until)) as next from booking where state = 'held' and hold_until > ${at(after)}`,
		)
		return row?.next ? new Date(row.next) : null
	},
}

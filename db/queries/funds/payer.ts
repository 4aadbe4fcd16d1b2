import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { facility, permit, prisoner, refund, topUp } from '#db/schema/index.ts'

/** Whom a visitor may have contact with by phone, as far as a permit says so, by name. */
export async function selectPhonePermits(db: DbOrTx, visitorId: string) {
	return db
		.select({ permit, prisoner, facility })
		.from(permit)
		.innerJoin(prisoner, eq(prisoner.id, permit.prisonerId))
		.innerJoin(facility, eq(facility.id, prisoner.facilityId))
		.where(
			and(eq(permit.visitorId, visitorId), sql`'phone' = any(${permit.channels})`, sql`${permit.state} <> 'ended'`),
		)
		.orderBy(asc(prisoner.givenName), asc(prisoner.familyName), asc(permit.id))
}

/** A payer's top-ups with whom they were for, the latest first; only the one of a reference where it is given. */
export async function selectTopUpsOfPayer(
	db: DbOrTx,
	payerId: string,
	page: { limit: number } | { ref: string },
): Promise<PayersTopUp[]> {
	return db
		.select({
			topUp,
			givenName: prisoner.givenName,
			familyName: prisoner.familyName,
			facilityId: prisoner.facilityId,
		})
		.from(topUp)
		.innerJoin(prisoner, eq(prisoner.id, topUp.prisonerId))
		.where(and(eq(topUp.payerId, payerId), 'ref' in page ? eq(topUp.ref, page.ref) : undefined))
		.orderBy(desc(topUp.startedAt), desc(topUp.id))
		.limit('ref' in page ? 1 : page.limit)
}

export interface PayersTopUp {
	topUp: typeof topUp.$inferSelect
	givenName: string
	familyName: string
	/** Where the prisoner is now. */
	facilityId: string
}

/** What has gone back of a top-up, or is on its way, the latest first. */
export async function selectStandingRefunds(db: DbOrTx, topUpId: string): Promise<{ ore: number; at: Date }[]> {
	return db
		.select({
			ore: refund.ore,
			at: sql<Date>`coalesce(${refund.decidedAt}, ${refund.proposedAt})`.mapWith(refund.proposedAt),
		})
		.from(refund)
		.where(and(eq(refund.topUpId, topUpId), sql`${refund.state} in ('due', 'sent')`))
		.orderBy(desc(refund.proposedAt), desc(refund.id))
}

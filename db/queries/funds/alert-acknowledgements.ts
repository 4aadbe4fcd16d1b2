import { and, eq, gte } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { alertAcknowledgement } from '#db/schema/index.ts'

export type AlertAcknowledgementRow = typeof alertAcknowledgement.$inferSelect

export async function insertAlertAcknowledgement(tx: DbOrTx, row: AlertAcknowledgementRow): Promise<void> {
	await tx.insert(alertAcknowledgement).values(row)
}

/** What officers of a facility have looked at since an instant. */
export async function selectAlertAcknowledgements(
	db: DbOrTx,
	facilityId: string,
	since: Date,
): Promise<AlertAcknowledgementRow[]> {
	return db
		.select()
		.from(alertAcknowledgement)
		.where(and(eq(alertAcknowledgement.facilityId, facilityId), gte(alertAcknowledgement.acknowledgedAt, since)))
}

import { and, eq, gte } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { patternLook } from '#db/schema/index.ts'

export type PatternLookRow = typeof patternLook.$inferSelect

export async function insertPatternLook(tx: DbOrTx, row: PatternLookRow): Promise<void> {
	await tx.insert(patternLook).values(row)
}

/** What officers of a facility have looked at since an instant. */
export async function selectPatternLooks(db: DbOrTx, facilityId: string, since: Date): Promise<PatternLookRow[]> {
	return db
		.select()
		.from(patternLook)
		.where(and(eq(patternLook.facilityId, facilityId), gte(patternLook.lookedAt, since)))
}

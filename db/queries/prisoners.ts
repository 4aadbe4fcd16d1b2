import { eq } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { prisoner } from '#db/schema/index.ts'

/** The prisoner of a number; null when there is none. */
export async function selectPrisonerByNumber(db: DbOrTx, number: string): Promise<typeof prisoner.$inferSelect | null> {
	const [row] = await db.select().from(prisoner).where(eq(prisoner.number, number)).limit(1)
	return row ?? null
}

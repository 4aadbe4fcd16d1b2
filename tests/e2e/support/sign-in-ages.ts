import { sql } from 'drizzle-orm'
import { connect, disconnect } from '#db/client.server.ts'

/** Makes it longer ago that every officer signed in than some use cases allow. */
export async function signInAges({ ownerUrl }: { ownerUrl: string }): Promise<void> {
	const db = connect(ownerUrl, { max: 1 })
	try {
		await db.execute(sql`
			update web_session set authenticated_at = authenticated_at - interval '6 minutes' where officer_id is not null`)
	} finally {
		await disconnect(db)
	}
}

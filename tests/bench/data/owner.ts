import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Db, disconnect } from '#db/client.server.ts'
import * as schema from '#db/schema/index.ts'

/** Works as the owner of a world, on one connection without the bounds of a request: filling takes longer than one may. */
export async function asOwner<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
	const connection = { application_name: 'samvaer-bench', TimeZone: 'UTC', statement_timeout: 0 }
	const owner = drizzle(postgres(url, { max: 1, onnotice: () => {}, connection }), { schema })
	try {
		return await work(owner)
	} finally {
		await disconnect(owner)
	}
}

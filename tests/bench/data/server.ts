import { onDatabase, withConnection } from '#sandbox/postgres/databases.ts'
import { removeFolder, throwawayFolder } from '#sandbox/postgres/place.ts'
import { type RunningPostgres, startPostgres } from '#sandbox/postgres/start.ts'

/**
 * A PostgreSQL of the bench's own with the settings it comes with. Its commits are durable, as in production: without that a
 * booking would be measured by half.
 */
export async function startServer(log: (line: string) => void): Promise<RunningPostgres> {
	const folder = await throwawayFolder()
	const running = await startPostgres({ folder, durable: true, log })
	return {
		...running,
		stop: async () => {
			await running.stop()
			await removeFolder(folder)
		},
	}
}

export interface DatabasePair {
	ownerUrl: string
	appUrl: string
}

/** A database for one world on the server. */
export async function createDatabase(server: RunningPostgres, name: string): Promise<DatabasePair> {
	await withConnection(server.adminUrl, async (sql) => {
		await sql`create database ${sql(name)} owner ${sql(new URL(server.ownerUrl).username)}`
	})
	return { ownerUrl: onDatabase(server.ownerUrl, name), appUrl: onDatabase(server.appUrl, name) }
}

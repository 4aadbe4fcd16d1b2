import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { onDatabase, withConnection } from '#sandbox/postgres/databases.ts'

export interface TestDatabase {
	ownerUrl: string
	appUrl: string
	drop(): Promise<void>
}

/** A database of the test file's own, migrated and empty. `empty: 'wholly'` leaves the migrations out too. */
export async function cloneDatabase(options: { empty?: 'wholly' } = {}): Promise<TestDatabase> {
	const { adminUrl, ownerUrl, appUrl, template } = inject('database')
	const name = `samvaer_test_${randomBytes(6).toString('hex')}`
	const owner = new URL(ownerUrl).username
	await withConnection(adminUrl, async (sql) => {
		await sql`create database ${sql(name)} owner ${sql(owner)} template ${sql(options.empty ? 'template0' : template)}`
	})
	return {
		ownerUrl: onDatabase(ownerUrl, name),
		appUrl: onDatabase(appUrl, name),
		drop: () =>
			withConnection(adminUrl, async (sql) => {
				await sql`drop database if exists ${sql(name)} with (force)`
			}),
	}
}

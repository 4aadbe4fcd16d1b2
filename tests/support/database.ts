import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { connect, type Db, disconnect } from '#db/client.server.ts'
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

export interface OpenDatabase {
	database: TestDatabase
	/** As the application's role. */
	db: Db
	/** As the role that owns the tables. */
	owner: Db
}

/** The test file's own database with a pool of each role's connections, all gone when its tests are done. */
export async function openDatabase({ max = 4 }: { max?: number } = {}): Promise<OpenDatabase> {
	const database = await cloneDatabase()
	const db = connect(database.appUrl, { max })
	const owner = connect(database.ownerUrl, { max: 2 })
	afterAll(async () => {
		await Promise.all([disconnect(db), disconnect(owner)])
		await database.drop()
	})
	return { database, db, owner }
}

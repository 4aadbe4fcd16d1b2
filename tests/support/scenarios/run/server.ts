import { randomBytes } from 'node:crypto'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { migrate } from '#db/migrate.ts'
import { onDatabase, withConnection } from '#sandbox/postgres/databases.ts'
import { startThrowaway } from '#sandbox/postgres/throwaway.ts'

/** A PostgreSQL server on which each scenario gets a database of its own. */
export interface ScenarioServer {
	/** Runs the work in a new, migrated, empty database, which is gone afterwards. */
	inOwnDatabase<T>(work: (db: Db, owner: Db) => Promise<T>): Promise<T>
	stop(): Promise<void>
}

/** Enough connections for a race in which each run has its own. */
const connections = 24

/** A throwaway server, or the one given by DATABASE_OWNER_URL, whose role may create databases. */
export async function startServer(): Promise<ScenarioServer> {
	const server = given() ?? (await startThrowaway(() => {}))
	const owner = new URL(server.ownerUrl).username
	const template = newName('template')
	await create(template, 'template0')
	await migrate(onDatabase(server.ownerUrl, template))
	return {
		async inOwnDatabase(work) {
			const name = newName('one')
			await create(name, template)
			const db = connect(onDatabase(server.appUrl, name), { max: connections, name: 'samvaer-scenario' })
			const asOwner = connect(onDatabase(server.ownerUrl, name), { max: 1, name: 'samvaer-scenario-owner' })
			try {
				return await work(db, asOwner)
			} finally {
				await Promise.all([disconnect(db), disconnect(asOwner)])
				await drop(name)
			}
		},
		async stop() {
			await drop(template)
			await server.stop()
		},
	}

	async function create(name: string, like: string): Promise<void> {
		await withConnection(server.adminUrl, async (sql) => {
			await sql`create database ${sql(name)} owner ${sql(owner)} template ${sql(like)}`
		})
	}

	async function drop(name: string): Promise<void> {
		await withConnection(server.adminUrl, async (sql) => {
			await sql`drop database if exists ${sql(name)} with (force)`
		})
	}
}

function newName(what: string): string {
	return `samvaer_scenario_${what}_${randomBytes(6).toString('hex')}`
}

function given() {
	const ownerUrl = process.env.DATABASE_OWNER_URL
	const appUrl = process.env.DATABASE_URL
	if (!ownerUrl) return null
	if (!appUrl) throw new Error('DATABASE_OWNER_URL is set, so DATABASE_URL must name the application role on the same server')
	return { adminUrl: ownerUrl, ownerUrl, appUrl, stop: async () => {} }
}

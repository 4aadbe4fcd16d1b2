import { randomBytes } from 'node:crypto'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { migrate } from '#db/migrate.ts'
import { onDatabase, withConnection } from '#sandbox/postgres/databases.ts'
import { startThrowaway } from '#sandbox/postgres/throwaway.ts'
import { clear } from './clear.ts'

/** An empty, migrated database in which one scenario after another runs, each in it alone. */
export interface ScenarioDatabase {
	/** As the application's role. */
	db: Db
	owner: Db
	/** Empties it again. */
	clear(): Promise<void>
	drop(): Promise<void>
}

export interface ScenarioServer {
	newDatabase(): Promise<ScenarioDatabase>
	stop(): Promise<void>
}

/** Enough for a race in which each run has a connection of its own. */
const connections = 24

/** The server given by DATABASE_OWNER_URL and DATABASE_URL where its role may create databases, else a throwaway one. */
export async function startServer(): Promise<ScenarioServer> {
	const server = (await given()) ?? (await startThrowaway(() => {}))
	const ownerRole = new URL(server.ownerUrl).username
	const template = newName('template')
	await create(template, 'template0')
	await migrate(onDatabase(server.ownerUrl, template))
	return {
		async newDatabase() {
			const name = newName('one')
			await create(name, template)
			const db = connect(onDatabase(server.appUrl, name), { max: connections, name: 'samvaer-scenario' })
			const owner = connect(onDatabase(server.ownerUrl, name), { max: 1, name: 'samvaer-scenario-owner' })
			return {
				db,
				owner,
				clear: () => clear(owner),
				async drop() {
					await Promise.all([disconnect(db), disconnect(owner)])
					await drop(name)
				},
			}
		},
		async stop() {
			await drop(template)
			await server.stop()
		},
	}

	async function create(name: string, like: string): Promise<void> {
		await withConnection(server.adminUrl, async (sql) => {
			await sql`create database ${sql(name)} owner ${sql(ownerRole)} template ${sql(like)}`
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

/** The server that the environment names, when its role may create databases there. */
async function given() {
	const ownerUrl = process.env.DATABASE_OWNER_URL
	const appUrl = process.env.DATABASE_URL
	if (!ownerUrl || !appUrl) return null
	const [role] = await withConnection(ownerUrl, (sql) => {
		return sql<{ may: boolean }[]>`select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user`
	})
	return role?.may ? { adminUrl: ownerUrl, ownerUrl, appUrl, stop: async () => {} } : null
}

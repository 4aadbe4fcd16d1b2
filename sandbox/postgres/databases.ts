import postgres from 'postgres'
import type { Kept } from './cluster.ts'

/** The demo's database, and the two roles that the application is built for. */
const database = 'samvaer'

export interface DatabaseUrls {
	/** The server itself. */
	adminUrl: string
	/** Owns the tables: migrations and the seed. */
	ownerUrl: string
	/** What the application runs as: the rights that migrations grant it, no more. */
	appUrl: string
}

export function databaseUrls(port: number, passwords: Kept['passwords']): DatabaseUrls {
	const url = (user: string, password: string, name: string) =>
		`postgres://${user}:${password}@127.0.0.1:${port}/${name}`
	return {
		adminUrl: url('postgres', passwords.admin, 'postgres'),
		ownerUrl: url('samvaer_owner', passwords.owner, database),
		appUrl: url('samvaer_app', passwords.app, database),
	}
}

/**
 * The same address with another database.
 *
 * @internal
 */
export function onDatabase(url: string, name: string): string {
	const other = new URL(url)
	other.pathname = `/${name}`
	return other.href
}

/** One connection for a moment. */
export async function withConnection<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
	const sql = postgres(url, {
		max: 1,
		connect_timeout: 10,
		onnotice: () => {},
		connection: { application_name: 'samvaer-sandbox' },
	})
	try {
		return await work(sql)
	} finally {
		await sql.end({ timeout: 5 })
	}
}

/** Makes the roles and the database where they are missing. Starters that come at the same time wait for one another. */
export async function provision(adminUrl: string, passwords: Kept['passwords']): Promise<void> {
	await withConnection(adminUrl, async (sql) => {
		await sql`select pg_advisory_lock(7266826)`
		await ensureRole(sql, 'samvaer_owner', passwords.owner)
		await ensureRole(sql, 'samvaer_app', passwords.app)
		const there = await sql`select from pg_database where datname = ${database}`
		if (there.length === 0) await sql`create database ${sql(database)} owner samvaer_owner`
	})
}

/** Begins anew: the demo's database is dropped, whoever is connected to it, and made again, empty. */
export async function recreate(adminUrl: string): Promise<void> {
	await withConnection(adminUrl, async (sql) => {
		await sql`drop database if exists ${sql(database)} with (force)`
		await sql`create database ${sql(database)} owner samvaer_owner`
	})
}

async function ensureRole(sql: postgres.Sql, name: string, password: string): Promise<void> {
	// A role's password cannot be a parameter. It was made by us, of letters that need no quoting.
	if (!/^[\w-]+$/.test(password)) throw new Error(`The password kept for ${name} is not one the sandbox made`)
	const there = await sql`select from pg_roles where rolname = ${name}`
	const verb = there.length === 0 ? 'create' : 'alter'
	await sql.unsafe(`${verb} role ${name} login nosuperuser nocreatedb nocreaterole password '${password}'`)
}

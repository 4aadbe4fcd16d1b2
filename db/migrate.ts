import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import postgres from 'postgres'

export interface MigrateOptions {
	/** Where the SQL files are; `db/migrations` under the working directory when left out. */
	folder?: string
	log?: (line: string) => void
}

interface Migration {
	name: string
	text: string
	hash: string
}

const fileName = /^\d{4}_[a-z0-9_]+\.sql$/

/** Any number that every starter agrees on: the key of the advisory lock. */
const lockKey = 5_340_217_366

/**
 * Brings the database up to date: each new file of the folder in name order, each in a transaction of its own. Starters
 * wait for one another, and a file that was changed, lost or slipped in behind the last one applied is refused by name.
 * Roles are made by whoever runs the database, not here.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<{ applied: string[] }> {
	const log = options.log ?? (() => {})
	const files = await readMigrations(options.folder ?? resolve('db/migrations'))
	// One connection that never retires: the lock belongs to it.
	const sql = postgres(ownerUrl, {
		max: 1,
		max_lifetime: null,
		connect_timeout: 10,
		onnotice: () => {},
		connection: { application_name: 'samvaer-migrate', TimeZone: 'UTC' },
	})
	try {
		await sql`select pg_advisory_lock(${lockKey})`
		await sql`create table if not exists schema_migration (
			name text primary key,
			hash text not null,
			applied_at timestamptz not null
		)`
		// The application asks at its readiness probe whether it and the database are of one version.
		await sql`grant select on schema_migration to public`
		const applied: string[] = []
		for (const file of pending(files, await recorded(sql))) {
			await apply(sql, file)
			applied.push(file.name)
			log(`applied ${file.name}`)
		}
		const left = pending(files, await recorded(sql))
		if (left.length > 0) throw new Error(`Not applied in the end: ${left.map((file) => file.name).join(', ')}`)
		return { applied }
	} finally {
		await sql.end({ timeout: 5 })
	}
}

async function readMigrations(folder: string): Promise<Migration[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
	const stray = names.find((name) => !fileName.test(name))
	if (stray) throw new Error(`${stray} is not named like 0001_what_it_does.sql`)
	if (names.length === 0) throw new Error(`There are no migrations in ${folder}`)
	return Promise.all(
		names.map(async (name) => {
			// A checkout may turn line ends round; that is no change.
			const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
			return { name, text, hash: createHash('sha256').update(text).digest('hex') }
		}),
	)
}

async function recorded(sql: postgres.Sql): Promise<Map<string, string>> {
	const rows = await sql<{ name: string; hash: string }[]>`select name, hash from schema_migration`
	return new Map(rows.map((row) => [row.name, row.hash]))
}

/** The files still to be applied; throws when what was applied and what is on disk are not one history. */
function pending(files: Migration[], done: Map<string, string>): Migration[] {
	const byName = new Map(files.map((file) => [file.name, file]))
	for (const [name, hash] of done) {
		const file = byName.get(name)
		if (!file) throw new Error(`${name} was applied to this database but is missing from the folder`)
		if (file.hash !== hash) throw new Error(`${name} was changed after it was applied; write a new migration instead`)
	}
	const last = [...done.keys()].sort().at(-1) ?? ''
	const left = files.filter((file) => !done.has(file.name))
	const late = left.find((file) => file.name < last)
	if (late) throw new Error(`${late.name} comes before ${last}, which is already applied; give it a later number`)
	return left
}

async function apply(sql: postgres.Sql, file: Migration): Promise<void> {
	try {
		await sql.begin(async (tx) => {
			// Waiting for a table lock holds up every reader behind it: better to fail and be run again.
			await tx`set local lock_timeout = '10s'`
			// The record comes first: should the lock ever be lost with its connection, the key stops a second run.
			await tx`insert into schema_migration (name, hash, applied_at) values (${file.name}, ${file.hash}, now())`
			await tx.unsafe(file.text)
		})
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause)
		throw new Error(`${file.name} failed and was rolled back: ${reason}`, { cause })
	}
}

import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { withConnection } from '#sandbox/postgres/databases.ts'
import { cloneDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
	database = await cloneDatabase({ empty: 'wholly' })
	folder = await mkdtemp(join(tmpdir(), 'samvaer-migrations-'))
	await file('0001_letters.sql', 'create table letter (id int primary key);\n')
	await file(
		'0002_stamps.sql',
		'create table stamp (id int primary key);\n--> statement-breakpoint\ninsert into stamp values (1);\n',
	)
})

afterEach(async () => {
	await database.drop()
	await rm(folder, { recursive: true, force: true })
})

const file = (name: string, text: string) => writeFile(join(folder, name), text)
const run = () => migrate(database.ownerUrl, { folder })
const tables = () =>
	withConnection(database.ownerUrl, async (sql) => {
		const rows = await sql<
			{ name: string }[]
		>`select tablename as name from pg_tables where schemaname = 'public' order by 1`
		return rows.map((row) => row.name).filter((name) => name !== 'schema_migration')
	})

test('new files are applied in name order, and only once', async () => {
	expect(await run()).toEqual({ applied: ['0001_letters.sql', '0002_stamps.sql'] })
	expect(await run()).toEqual({ applied: [] })
	expect(await tables()).toEqual(['letter', 'stamp'])
})

test("the application's role may read which files were applied, and no more", async () => {
	await run()
	await withConnection(database.appUrl, async (sql) => {
		const rows = await sql<{ name: string }[]>`select name from schema_migration order by name`
		expect(rows.map((row) => row.name)).toEqual(['0001_letters.sql', '0002_stamps.sql'])
		await expect(sql`delete from schema_migration`).rejects.toThrow('permission denied')
	})
})

test('of several starters at once one applies and the others find it done', async () => {
	// Slow enough that all of them are under way together.
	await file('0003_slow.sql', 'select pg_sleep(0.3);\ncreate table envelope (id int primary key);\n')
	const answers = await Promise.all([run(), run(), run()])
	expect(answers.map((answer) => answer.applied.length).sort()).toEqual([0, 0, 3])
	expect(await tables()).toEqual(['envelope', 'letter', 'stamp'])
})

test('a file that fails is rolled back whole, named, and can be mended', async () => {
	await file('0003_bad.sql', 'create table envelope (id int primary key);\nselect 1 / 0;\n')
	await expect(run()).rejects.toThrow(/^0003_bad\.sql failed and was rolled back: division by zero/)
	expect(await tables()).toEqual(['letter', 'stamp'])
	await file('0003_bad.sql', 'create table envelope (id int primary key);\n')
	expect(await run()).toEqual({ applied: ['0003_bad.sql'] })
})

test('a file changed after it was applied is refused by name, before anything new runs', async () => {
	await run()
	await file('0001_letters.sql', 'create table letter (id bigint primary key);\n')
	await file('0003_more.sql', 'create table envelope (id int primary key);\n')
	await expect(run()).rejects.toThrow('0001_letters.sql was changed after it was applied')
	expect(await tables()).toEqual(['letter', 'stamp'])
})

test('line ends turned round by a checkout are no change', async () => {
	await run()
	await file('0001_letters.sql', 'create table letter (id int primary key);\r\n')
	expect(await run()).toEqual({ applied: [] })
})

test('a file lost after it was applied is refused by name', async () => {
	await run()
	await rename(join(folder, '0002_stamps.sql'), join(folder, 'kept-elsewhere'))
	await expect(run()).rejects.toThrow('0002_stamps.sql was applied to this database but is missing')
})

test('a file that slips in behind the last one applied is refused by name', async () => {
	await run()
	await file('0001_zebras.sql', 'create table zebra (id int primary key);\n')
	await expect(run()).rejects.toThrow('0001_zebras.sql comes before 0002_stamps.sql')
	expect(await tables()).toEqual(['letter', 'stamp'])
})

test('a name that does not say its place and its purpose is refused', async () => {
	await file('hotfix.sql', 'select 1;\n')
	await expect(run()).rejects.toThrow('hotfix.sql is not named like 0001_what_it_does.sql')
})

test("the project's own migrations apply to an empty database, twice", async () => {
	const first = await migrate(database.ownerUrl)
	expect(first.applied.length).toBeGreaterThan(0)
	expect(await migrate(database.ownerUrl)).toEqual({ applied: [] })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '#sandbox/postgres/databases.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'

let database: TestDatabase
let role: string

beforeAll(async () => {
	database = await cloneDatabase()
	role = new URL(database.appUrl).username
})
afterAll(() => database.drop())

const asOwner = <T>(work: Parameters<typeof withConnection<T>>[1]) => withConnection(database.ownerUrl, work)

/** The tables of ours on which the application's role has a right. */
const tablesWith = (right: string) =>
	asOwner(async (sql) => {
		const rows = await sql<{ name: string }[]>`
			select c.relname as name from pg_class c
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
				and has_table_privilege(${role}, c.oid, ${right}) order by 1`
		return rows.map((row) => row.name)
	})

test('the application owns nothing, makes nothing and is nobody special', async () => {
	const [row] = await asOwner(
		(sql) => sql`select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication,
			has_schema_privilege(rolname, 'public', 'create') as creates,
			(select count(*)::int from pg_class where relowner = r.oid) as owns,
			(select count(*)::int from pg_auth_members where member = r.oid) as belongs
			from pg_roles r where rolname = ${role}`,
	)
	expect(row).toEqual({
		...{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false, rolreplication: false },
		...{ creates: false, owns: 0, belongs: 0 },
	})
})

test('the application empties no table, hangs nothing on one, and deletes no record', async () => {
	for (const right of ['truncate', 'references', 'trigger']) expect(await tablesWith(right), right).toEqual([])
	const deletes = await tablesWith('delete')
	expect(deletes).toContain('web_session')
	const records =
		'application audit ban booking closure court_restriction decision message officer permit prisoner visitor'
	expect(records.split(' ').filter((table) => deletes.includes(table))).toEqual([])
})

test('the audit trail and the record of migrations are only added to, or only read', async () => {
	const rightsOn = async (table: string) => {
		const rights = ['select', 'insert', 'update', 'delete']
		const held = await Promise.all(rights.map(async (right) => (await tablesWith(right)).includes(table)))
		return rights.filter((_, at) => held[at])
	}
	expect(await rightsOn('audit')).toEqual(['select', 'insert'])
	expect(await rightsOn('schema_migration')).toEqual(['select'])
})

test('the application reads no passwords of roles', async () => {
	const read = withConnection(database.appUrl, (sql) => sql`select rolpassword from pg_authid`)
	await expect(read).rejects.toMatchObject({ code: '42501' })
})

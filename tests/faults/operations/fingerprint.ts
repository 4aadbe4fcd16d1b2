import { withConnection } from '#sandbox/postgres/databases.ts'

/** What of two databases must be the same for one to be the other's copy. */
export interface Fingerprint {
	/** By table: how many rows, and a hash of all that is in them. */
	tables: Record<string, string>
	/** Constraints, indexes, triggers and functions, by definition. */
	guards: string[]
	/** Who may do what. */
	rights: string[]
}

export function fingerprintOf(ownerUrl: string): Promise<Fingerprint> {
	return withConnection(ownerUrl, async (sql) => {
		const names = await sql<{ name: string }[]>`
			select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`
		const tables: Record<string, string> = {}
		for (const { name } of names) {
			const [row] = await sql<{ told: string }[]>`
				select count(*) || ' rows, ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), 'empty') as told
				from ${sql(name)} t`
			tables[name] = row?.told ?? ''
		}
		const guards = await sql<{ told: string }[]>`
			select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as told from pg_constraint
				where connamespace = 'public'::regnamespace and conrelid <> 0
			union all select indexdef from pg_indexes where schemaname = 'public'
			union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
			union all select pg_get_functiondef(p.oid) from pg_proc p where pronamespace = 'public'::regnamespace
				and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`
		const rights = await sql<{ told: string }[]>`
			select relname || ' ' || pg_get_userbyid(relowner) || ' ' || coalesce((select string_agg(acl::text, ' ' order by acl::text)
				from unnest(relacl) acl), '') as told
			from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`
		return { tables, guards: guards.map(({ told }) => told), rights: rights.map(({ told }) => told) }
	})
}

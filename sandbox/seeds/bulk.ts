import type postgres from 'postgres'

/**
 * Loads many rows in one transaction, without the triggers and the foreign keys of the tables being asked row by row: the
 * rows carry what the triggers would have counted. Before it commits, every foreign key is made again and with that
 * checked for all rows, and the triggers stand as before. CHECK, UNIQUE and EXCLUDE are asked as always. Only who owns the
 * tables can do it, and nobody else can read or write them meanwhile.
 */
export async function inBulk<T>(
	sql: postgres.Sql,
	tables: readonly string[],
	work: (sql: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
	const done: { result: T }[] = []
	await sql.begin(async (tx) => {
		await tx`set local statement_timeout = 0`
		await tx`set local lock_timeout = '10s'`
		await tx`set local idle_in_transaction_session_timeout = 0`
		await tx`set local synchronous_commit = off`
		const keys = await tx<{ table: string; name: string; definition: string }[]>`
			select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
			from pg_constraint where contype = 'f' and conrelid = any(${[...tables]}::regclass[]) order by 1, 2`
		for (const table of tables) await tx`alter table ${tx(table)} disable trigger user`
		for (const { table, name } of keys) await tx`alter table ${tx(table)} drop constraint ${tx(name)}`
		done.push({ result: await work(tx) })
		for (const { table, name, definition } of keys)
			await tx.unsafe(`alter table "${table}" add constraint "${name}" ${definition}`)
		for (const table of tables) await tx`alter table ${tx(table)} enable trigger user`
	})
	const [answer] = done
	if (!answer) throw new Error('The transaction ended without its work')
	return answer.result
}

/** Tells the planner what is there now, and what every transaction can see. */
export async function vacuum(sql: postgres.Sql, tables: readonly string[]): Promise<void> {
	const connection = await sql.reserve()
	try {
		await connection`set statement_timeout = 0`
		await connection.unsafe(`vacuum (analyze) ${tables.map((table) => `"${table}"`).join(', ')}`)
	} finally {
		await connection`reset statement_timeout`
		connection.release()
	}
}

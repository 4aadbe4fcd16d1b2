import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/services/context.ts'
import { importRegister } from '#app/services/register/import.server.ts'
import type { Db } from '#db/client.server.ts'

const columns = {
	number: 'T-1',
	given_name: 'Åse',
	family_name: 'Prøve',
	birth_date: '1988-04-02',
	facility: 'hal',
	unit: 'A',
	security_level: 'high',
	legal_status: 'sentenced',
	custody: 'in',
	valid_from: '2026-11-20T08:00',
	language: 'nb',
}

/** A register file of rows that differ from an ordinary one in what is given. */
export function csv(...rows: Partial<typeof columns>[]): string {
	const lines = rows.map((row) => Object.values({ ...columns, ...row }).join(';'))
	return [Object.keys(columns).join(';'), ...lines].join('\n')
}

/** The bytes of a file, in pieces that fall anywhere. */
export function bytesOf(file: string | Buffer, size = 700) {
	const whole = Buffer.from(file)
	return async function* (from: number) {
		for (let at = from; at < whole.length; at += size) yield whole.subarray(at, at + size)
	}
}

/** Carries a file out and sums up. */
export async function importFile(ctx: Ctx, file: string | Buffer, senderScope: string | null = null) {
	const sum = { lines: 0, added: 0, changed: 0, unchanged: 0, problems: [] as string[] }
	for await (const done of importRegister(ctx, { bytesFrom: bytesOf(file), senderScope })) {
		sum.lines += done.lines
		sum.added += done.added
		sum.changed += done.changed
		sum.unchanged += done.unchanged
		sum.problems.push(...done.problems.map(({ line, column, reason }) => `${line} ${column} ${reason}`))
	}
	return sum
}

/** Every row of every table, to see that nothing was written. */
export async function everything(db: Db): Promise<string> {
	const tables = await db.execute<{ name: string }>(
		sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
	)
	const contents: string[] = []
	for (const { name } of tables) {
		const [row] = await db.execute<{ hash: string }>(
			sql`select md5(coalesce(string_agg(t::text || xmin::text, '|' order by t::text), '')) as hash from ${sql.identifier(name)} t`,
		)
		contents.push(`${name} ${row?.hash}`)
	}
	return contents.join('\n')
}

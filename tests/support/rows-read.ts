import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { z } from 'zod'
import type { Db } from '#db/client.server.ts'
import * as schema from '#db/schema/index.ts'

export interface RowsRead {
	/** How many rows what is asked takes out of a table, those thrown away counted. What it asks must only read. */
	of(table: string, ask: (db: Db) => Promise<unknown>): Promise<number>
	/** The connection, to look things up by. */
	client: postgres.Sql
	end(): Promise<void>
}

/**
 * Counts what statements read, by the plans that the database made of them: that does not vary with the machine, as time does.
 * With `generalPlans` by plans for whatever values, as the web process asks for them.
 */
export function countRows(url: string, { generalPlans = false } = {}): RowsRead {
	let sent: { text: string; parameters: postgres.ParameterOrJSON<never>[] }[] = []
	const client = postgres(url, {
		max: 1,
		connection: { plan_cache_mode: generalPlans ? 'force_generic_plan' : 'auto' },
		debug: (_connection, text, parameters: postgres.ParameterOrJSON<never>[]) =>
			void sent.push({ text, parameters: [...parameters] }),
	})
	return {
		client,
		end: () => client.end(),
		async of(table, ask) {
			sent = []
			await ask(drizzle(client, { schema }))
			let rows = 0
			for (const { text, parameters } of sent.filter((one) => !one.text.includes('pg_catalog'))) {
				// Explained with its values it would get a plan of its own, whatever the connection asks for.
				const values = parameters.map((value) => (value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`))
				const call = values.length === 0 ? '' : `(${values.join(', ')})`
				await client.unsafe(`prepare asked as ${text}`)
				const [answer] = await client.unsafe(`explain (analyze, format json) execute asked${call}`)
				await client.unsafe('deallocate asked')
				const [{ Plan }] = z.tuple([z.object({ Plan: node })]).parse(answer?.['QUERY PLAN'])
				rows += rowsOf(Plan, table)
			}
			return rows
		},
	}
}

const node = z.looseObject({
	'Relation Name': z.string().optional(),
	'Actual Rows': z.number(),
	'Actual Loops': z.number(),
	'Rows Removed by Filter': z.number().default(0),
	get Plans() {
		return z.array(node).optional()
	},
})
type Node = z.infer<typeof node>

function rowsOf(plan: Node, table: string): number {
	const own = (plan['Actual Rows'] + plan['Rows Removed by Filter']) * plan['Actual Loops']
	const below = (plan.Plans ?? []).reduce((sum, child) => sum + rowsOf(child, table), 0)
	return below + (plan['Relation Name'] === table ? own : 0)
}

import type { PgDatabase } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { bounded } from './bounded.server.ts'
import { prepared } from './prepared.server.ts'
import * as schema from './schema/index.ts'

/** A pool of connections. */
export type Db = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql }

/** What a query needs: the pool, or the transaction it is part of. */
export type DbOrTx = PgDatabase<PostgresJsQueryResultHKT, typeof schema>

export interface ConnectOptions {
	/** Connections at most. */
	max?: number
	/** Shown in pg_stat_activity. */
	name?: string
	/** A statement is planned once a connection, for whatever values; else anew for each, where PostgreSQL thinks that better. */
	genericPlans?: boolean
	/**
	 * Milliseconds after which a statement without an answer, or one that has no connection yet, fails here: PostgreSQL's own
	 * limits end nothing when the server hangs or the network is gone. Left out, they are all there is.
	 */
	deadlineMs?: number
}

/**
 * Opens a pool. Every statement is bounded: two seconds for a lock, five for itself, ten for a transaction left idle, so
 * that no request waits on another for longer than a person would.
 *
 * @throws Error where the driver is not the patched one (patches/)
 */
export function connect(url: string, options: ConnectOptions = {}): Db {
	const { deadlineMs } = options
	const client = postgres(url, {
		max: options.max ?? 20,
		idle_timeout: 60,
		connect_timeout: 5,
		answer_timeout: deadlineMs === undefined ? null : deadlineMs / 1_000,
		// Left to itself the driver waits up to 20 seconds to try again, also when the server has long been back.
		backoff: (failures) => Math.min(0.02 * 2 ** failures, 0.5),
		onnotice: () => {},
		connection: {
			application_name: options.name ?? 'samvaer',
			TimeZone: 'UTC',
			lock_timeout: 2_000,
			statement_timeout: 5_000,
			idle_in_transaction_session_timeout: 10_000,
			plan_cache_mode: options.genericPlans ? 'force_generic_plan' : 'auto',
		},
	})
	if (!('answer_timeout' in client.options))
		throw new Error('The driver "postgres" is not patched. Run: node scripts/patch-packages.mjs')
	const ours = prepared(client)
	return drizzle(deadlineMs === undefined ? ours : bounded(ours, deadlineMs), { schema })
}

/** Waits for what is under way, at most `seconds`, and closes all connections. */
export async function disconnect(db: Db, seconds = 5): Promise<void> {
	await db.$client.end({ timeout: seconds })
}

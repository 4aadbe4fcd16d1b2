import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { withConnection } from '#sandbox/postgres/databases.ts'
import type { Urls } from './fixture.ts'

/** A place in other programs' transactions at which they wait until the test lets them go on. */
export interface Gate {
	/** Once a connection of this program waits there: the process that serves it. */
	somebodyWaits(program: 'samvaer-web' | 'samvaer-worker'): Promise<number>
	open(): Promise<void>
}

interface Place {
	table: 'stripe_event' | 'ledger_entry' | 'refund' | 'phone_credit'
	/** Which rows are held up, by the words of SQL. */
	rows?: string
	/** At once with half of the work behind it; or with all done, when it is told to commit. */
	at: 'writing' | 'commit'
}

const key = 7_266_827

/** Shuts a gate where a row is written. Whoever comes to it waits for a lock as for any other, two seconds a time. */
export async function shutGate(owner: Db, urls: Urls, { table, rows = 'true', at }: Place): Promise<Gate> {
	await owner.execute(
		sql.raw(`
		create or replace function gate() returns trigger language plpgsql as $$
		begin
			perform pg_advisory_xact_lock_shared(${key});
			return null;
		end $$;
		drop trigger if exists gate on ${table};
		create constraint trigger gate after insert or update on ${table}
			${at === 'commit' ? 'deferrable initially deferred' : 'not deferrable'}
			for each row when (${rows}) execute function gate()`),
	)
	// By a connection of its own and without a transaction: should the database go, nothing is left half done here.
	const holder = connect(urls.ownerUrl, { max: 1, name: 'gate' })
	await holder.execute(sql`select pg_advisory_lock(${key})`)
	return {
		async somebodyWaits(program) {
			let pid = 0
			const look = async () => {
				const found = await withConnection(
					urls.adminUrl,
					(admin) => admin<{ pid: number }[]>`
						select a.pid from pg_locks l join pg_stat_activity a using (pid)
						where l.locktype = 'advisory' and not l.granted and a.application_name = ${program}
							and a.datname = current_database()`,
				)
				pid = found[0]?.pid ?? 0
				return pid
			}
			await expect.poll(look, { timeout: 30_000, interval: 50 }).toBeGreaterThan(0)
			return pid
		},
		open: () => disconnect(holder),
	}
}

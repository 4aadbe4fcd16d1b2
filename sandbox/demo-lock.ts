import postgres from 'postgres'

/** Two numbers that only demos use, for the lock that a running one holds on its database. */
const lock = [7266826, 3000] as const

export interface DemoLock {
	release(): Promise<void>
}

/**
 * Takes the database for this demo, or answers which process has it. The lock lives with its connection: however a demo
 * dies, it is free again, and no file can be left behind that says otherwise. `lost` is told when the server goes away.
 */
export async function takeDemoLock(url: string, lost: () => void): Promise<DemoLock | { holder: number | null }> {
	let holding = false
	const sql = postgres(url, {
		max: 1,
		max_lifetime: null,
		connect_timeout: 10,
		onnotice: () => {},
		onclose: () => {
			if (holding) lost()
		},
		connection: { application_name: `samvaer-demo ${process.pid}` },
	})
	const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${lock[0]}::int, ${lock[1]}::int) as taken`
	if (row?.taken) {
		holding = true
		return {
			release: async () => {
				holding = false
				await sql.end({ timeout: 5 })
			},
		}
	}
	const holders = await sql<{ name: string }[]>`
		select application_name as name from pg_locks join pg_stat_activity using (pid)
		where locktype = 'advisory' and classid = ${lock[0]} and objid = ${lock[1]} and granted`
	await sql.end({ timeout: 5 })
	const pid = Number(holders[0]?.name.split(' ')[1])
	return { holder: Number.isSafeInteger(pid) && pid > 0 ? pid : null }
}

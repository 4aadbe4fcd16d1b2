import type { Db } from '#db/client.server.ts'

/** The migrations that this build was made with; set by the build. */
declare const __MIGRATIONS__: readonly string[]

const patience = 500

/** Whether the database answers in time, and has every migration that this build knows. */
export async function isReady(db: Db): Promise<boolean> {
	const timer = new AbortController()
	const late = new Promise<boolean>((resolve) => {
		const timeout = setTimeout(() => resolve(false), patience)
		timer.signal.addEventListener('abort', () => clearTimeout(timeout))
	})
	const current = migrationsAreThere(db).catch(() => false)
	return Promise.race([current, late]).finally(() => timer.abort())
}

async function migrationsAreThere(db: Db): Promise<boolean> {
	const rows = await db.$client<{ name: string }[]>`select name from schema_migration`
	const applied = new Set(rows.map((row) => row.name))
	return __MIGRATIONS__.every((name) => applied.has(name))
}

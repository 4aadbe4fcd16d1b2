import type { Db } from '#db/client.server.ts'
import { probeDatabase } from '#db/queries/readiness.ts'

/** The migrations that this build was made with; set by the build. */
declare const __MIGRATIONS__: readonly string[]

const patience = 500

const underWay = new WeakMap<Db, Promise<unknown>>()

/**
 * Why the database cannot be used: it takes no write in time, or lacks a migration that this build knows; null when it can. Who
 * asks while another's question is under way gets the same answer: anyone may ask, and each question takes a connection.
 */
export function whyNotReady(db: Db): Promise<unknown> {
	const question = underWay.get(db) ?? ask(db).finally(() => underWay.delete(db))
	underWay.set(db, question)
	return question
}

async function ask(db: Db): Promise<unknown> {
	let timer: NodeJS.Timeout | undefined
	const late = new Promise<Error>((resolve) => {
		timer = setTimeout(() => resolve(new Error('The database took no write in half a second')), patience)
	})
	const reason = probe(db).catch((error: unknown) => error ?? new Error('The database cannot be asked'))
	return Promise.race([reason, late]).finally(() => clearTimeout(timer))
}

async function probe(db: Db): Promise<Error | null> {
	const applied = await probeDatabase(db, new Date())
	const missing = __MIGRATIONS__.filter((name) => !applied.has(name))
	return missing.length === 0 ? null : new Error(`Migrations have not run: ${missing.join(', ')}`)
}

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { seedNames } from '#sandbox/seeds/seed.ts'
import { assertNotProduction } from './assert-not-production.ts'

/*
 * `npm run seed -- <name> [--seed N] [--bookings N] [--fresh]`: fills an empty database with a world, and stops. Without
 * DATABASE_URL and DATABASE_OWNER_URL it is the demo's own, which `npm run demo` then starts on.
 */

const usage = `npm run seed -- ${seedNames.join('|')} [--seed N] [--bookings N] [--fresh]`
const whole = (text: string | undefined): number | undefined => {
	if (text === undefined) return undefined
	if (!/^\d{1,9}$/.test(text)) throw new Error(`Not a whole number: ${text}. ${usage}`)
	return Number(text)
}

try {
	assertNotProduction(process.env)
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { seed: { type: 'string' }, bookings: { type: 'string' }, fresh: { type: 'boolean', default: false } },
	})
	const seedName = seedNames.find((name) => name === positionals[0])
	if (!seedName || positionals.length > 1) throw new Error(usage)
	const seed = whole(values.seed)
	const bookings = whole(values.bookings)
	if (bookings !== undefined && seedName !== 'nation') throw new Error(`Only the nation is made to measure. ${usage}`)
	// Loaded only now: nothing of the sandbox runs before it was asked whether it may.
	const { seedDatabase: fillWorld } = await import('./seed-database.ts')
	const dataDir = resolve(process.env.SAMVAER_DATA_DIR ?? resolve(import.meta.dirname, '../.data'))
	const size = { ...(seed !== undefined && { seed }), ...(bookings !== undefined && { bookings }) }
	await fillWorld({ seedName, dataDir, fresh: values.fresh, env: process.env, ...size })
} catch (error) {
	console.error(error instanceof Error ? error.message : error)
	process.exit(1)
}

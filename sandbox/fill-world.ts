import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { worlds } from '#db/seed.ts'
import { refuseInProduction } from './refuse.ts'

/*
 * `npm run world -- <name> [--seed N] [--bookings N] [--fresh]`: fills an empty database with a world, and stops. Without
 * DATABASE_URL and DATABASE_OWNER_URL it is the demo's own, which `npm run demo` then starts on.
 */

const usage = `npm run world -- ${worlds.join('|')} [--seed N] [--bookings N] [--fresh]`
const whole = (text: string | undefined): number | undefined => {
	if (text === undefined) return undefined
	if (!/^\d{1,9}$/.test(text)) throw new Error(`Not a whole number: ${text}. ${usage}`)
	return Number(text)
}

try {
	refuseInProduction(process.env)
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { seed: { type: 'string' }, bookings: { type: 'string' }, fresh: { type: 'boolean', default: false } },
	})
	const world = worlds.find((name) => name === positionals[0])
	if (!world || positionals.length > 1) throw new Error(usage)
	const seed = whole(values.seed)
	const bookings = whole(values.bookings)
	if (bookings !== undefined && world !== 'nation') throw new Error(`Only the nation is made to measure. ${usage}`)
	// Loaded only now: nothing of the sandbox runs before it was asked whether it may.
	const { fillWorld } = await import('./fill.ts')
	const dataDir = resolve(process.env.SAMVAER_DATA_DIR ?? resolve(import.meta.dirname, '../.data'))
	const size = { ...(seed !== undefined && { seed }), ...(bookings !== undefined && { bookings }) }
	await fillWorld({ world, dataDir, fresh: values.fresh, env: process.env, ...size })
} catch (error) {
	console.error(error instanceof Error ? error.message : error)
	process.exit(1)
}

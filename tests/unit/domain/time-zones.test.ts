import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { expectedCases } from './support/calendar-cases.ts'

const run = promisify(execFile)
const script = new URL('./support/calendar-cases.print.ts', import.meta.url).pathname

/** Minutes behind UTC on 1 July, as the machine itself says: proof that the zone was really set. */
const zones = [
	['UTC', 0],
	['Europe/Oslo', -120],
	['America/New_York', 240],
] as const
const seasons = [
	['summer', '2026-07-15T10:00:00Z'],
	['winter', '2026-01-15T10:00:00Z'],
] as const
const machines = zones.flatMap(([zone, behind]) => seasons.map(([season, at]) => ({ zone, behind, season, at })))

describe('the calendar and the rules', () => {
	it.concurrent.each(machines)(
		'answer the same on a machine in $zone in $season',
		async ({ zone, behind, at }) => {
			const { stdout } = await run(process.execPath, ['--import', 'tsx', script, at], {
				env: { ...process.env, TZ: zone },
			})
			expect(JSON.parse(stdout)).toEqual({ frozen: Date.parse(at), machine: behind, cases: expectedCases })
		},
		60_000,
	)
})

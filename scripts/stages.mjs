import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ name: string, group: string, needsBuild: boolean, run: () => Promise<Counts> }} Stage */

const results = join(root, 'test-results')
const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name)

/** Seconds that each part of the whole may take. More is reported, and is no failure. */
export const budgets = { static: 90, unit: 60, integration: 180, scenarios: 90, faults: 180, e2e: 300 }

/** Other machines and another season: the rules must answer there as they do here. */
const elsewhere = [
	{ name: 'domain-oslo-summer', env: { TZ: 'Europe/Oslo', SAMVAER_TEST_SEASON: 'summer' } },
	{ name: 'domain-new-york-winter', env: { TZ: 'America/New_York', SAMVAER_TEST_SEASON: 'winter' } },
	{ name: 'domain-utc-summer', env: { TZ: 'UTC', SAMVAER_TEST_SEASON: 'summer' } },
]

/**
 * All stages, in order.
 *
 * @param {Record<string, string>} scripts those of package.json
 * @returns {Stage[]}
 */
export function stages(scripts) {
	return [
		check('types', bin('tsc'), ['--noEmit']),
		check('lint', bin('biome'), ['check', '.']),
		check('dead-code', bin('knip'), []),
		vitest('unit', false),
		...elsewhere.map(({ name, env }) => vitest('unit', false, { name, env, only: 'tests/unit/domain' })),
		vitest('integration', true),
		...(scripts.scenarios ? [scenarios()] : []),
		vitest('faults', true),
		playwright(),
	]
}

/**
 * One static check, counted as one test.
 *
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @returns {Stage}
 */
function check(name, command, args) {
	return {
		name,
		group: 'static',
		needsBuild: false,
		run: async () => {
			const { code } = await spawned(command, args)
			return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
		},
	}
}

/**
 * @param {string} project
 * @param {boolean} needsBuild
 * @param {{ name: string, env: Record<string, string>, only: string }} [part] some of its tests, in other surroundings
 * @returns {Stage}
 */
function vitest(project, needsBuild, part = { name: project, env: {}, only: '' }) {
	return {
		name: part.name,
		group: project,
		needsBuild,
		run: async () => {
			const file = fresh(`${part.name}.json`)
			// Which starts processes of its own, in every zone and season, wherever it runs.
			const only = part.only ? [part.only, '--exclude', 'tests/unit/domain/time-zones.test.ts'] : []
			const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
			const args = ['run', '--project', project, '--passWithNoTests', ...reporters, ...only]
			const { code } = await spawned(bin('vitest'), args, part.env)
			const report = read(file)
			if (!report) return crashed(code)
			/** @type {{ status: string, assertionResults: { status: string }[] }[]} */
			const files = report.testResults
			// A file that could not be loaded, or whose preparation failed, has no failed test to show for it.
			const unprepared = files.filter(
				(one) => one.status === 'failed' && !one.assertionResults.some(({ status }) => status === 'failed'),
			).length
			const failed = report.numFailedTests + unprepared
			return {
				passed: report.numPassedTests,
				failed: atLeast(failed, code),
				skipped: report.numPendingTests + report.numTodoTests,
			}
		},
	}
}

/** @returns {Stage} */
function scenarios() {
	return {
		name: 'scenarios',
		group: 'scenarios',
		needsBuild: false,
		run: async () => {
			const { code, lastLine } = await spawned('npm', ['run', '--silent', 'scenarios'])
			const counted = /^(\d+) passed, (\d+) failed/.exec(lastLine)
			if (!counted) return crashed(code)
			return { passed: Number(counted[1]), failed: atLeast(Number(counted[2]), code), skipped: 0 }
		},
	}
}

/** @returns {Stage} */
function playwright() {
	return {
		name: 'e2e',
		group: 'e2e',
		needsBuild: true,
		run: async () => {
			const file = fresh('e2e.json')
			const { code } = await spawned(bin('playwright'), ['test', '--pass-with-no-tests'])
			const stats = read(file)?.stats
			if (!stats) return crashed(code)
			return { passed: stats.expected, failed: atLeast(stats.unexpected + stats.flaky, code), skipped: stats.skipped }
		},
	}
}

/**
 * A stage that says it failed has at least one failure, whatever it counted.
 *
 * @param {number} failed
 * @param {number} code
 */
const atLeast = (failed, code) => Math.max(failed, code === 0 ? 0 : 1)

/**
 * No report: one failure, unless there was nothing to do.
 *
 * @param {number} code
 */
const crashed = (code) => ({ passed: 0, failed: atLeast(0, code), skipped: 0 })

/**
 * Where a report will be, with the last one gone.
 *
 * @param {string} name
 */
function fresh(name) {
	mkdirSync(results, { recursive: true })
	rmSync(join(results, name), { force: true })
	return join(results, name)
}

/** @param {string} file */
function read(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/**
 * Runs a stage's command before everyone's eyes; its exit code and the last line that it wrote.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [more] of the environment
 * @returns {Promise<{ code: number, lastLine: string }>}
 */
function spawned(command, args, more = {}) {
	return new Promise((resolve) => {
		const env = { ...process.env, ...more }
		const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
		// Who stops us stops the stage, which clears up after itself, and nothing after it begins.
		const stop = () => {
			child.kill('SIGTERM')
			child.once('close', () => process.exit(1))
		}
		for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
		let tail = ''
		child.stdout.on('data', (chunk) => {
			process.stdout.write(chunk)
			tail = (tail + chunk).slice(-2_000)
		})
		child.on('error', (error) => {
			console.error(error.message)
			resolve({ code: 127, lastLine: '' })
		})
		child.on('close', (code) => {
			for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop)
			resolve({ code: code ?? 1, lastLine: tail.trimEnd().split('\n').at(-1) ?? '' })
		})
	})
}

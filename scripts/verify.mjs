// npm run verify: what a change must hold before it is committed, in under a minute: types, lint, dead code, also what only
// tests use, and the unit tests of what changed. All at once; the output of a check comes when it is done.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node.mjs'
import { root } from './run.mjs'

const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name)

/** @type {[name: string, command: string, args: string[]][]} */
const checks = [
	['types', bin('tsc'), ['--noEmit']],
	['lint', bin('biome'), ['check', '.']],
	['dead code', bin('knip'), []],
	['used by tests alone', bin('knip'), ['--production', '--exclude', 'dependencies']],
	['unit tests', bin('vitest'), ['run', '--project', 'unit', '--changed', 'HEAD', '--passWithNoTests']],
]

checkNode()
await ensureInstalled()
const failed = (await Promise.all(checks.map(run))).filter((name) => name !== null)
console.log(failed.length === 0 ? 'Everything holds.' : `Failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

/**
 * Runs a check; its name where it failed.
 *
 * @param {[name: string, command: string, args: string[]]} check
 * @returns {Promise<string | null>}
 */
function run([name, command, args]) {
	return new Promise((resolve) => {
		const begun = performance.now()
		const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
		let output = ''
		const keep = (/** @type {Buffer} */ chunk) => {
			output += chunk.toString('utf8')
		}
		child.stdout.on('data', keep)
		child.stderr.on('data', keep)
		child.on('error', (error) => {
			output += error.message
		})
		child.on('close', (code) => {
			const seconds = ((performance.now() - begun) / 1000).toFixed(1)
			console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}, ${seconds} s`)
			if (code !== 0) console.log(output)
			resolve(code === 0 ? null : name)
		})
	})
}

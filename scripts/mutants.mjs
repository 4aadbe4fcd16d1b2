// npm run test:mutants: takes one guard away at a time and sees that a test goes red for it. A guard that nothing misses fails
// the run, and so does a test that is red with all guards in place. `npm run test:mutants -- form-key` runs some, by name.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mutants } from './mutants-list.mjs'
import { root } from './run.mjs'

const wanted = process.argv.slice(2)
const chosen = mutants.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
if (chosen.length === 0) {
	console.error(`There is no such guard. There are: ${mutants.map(({ name }) => name).join(', ')}.`)
	process.exit(1)
}

let failed = 0
for (const { name, mutant } of chosen) {
	if ('sql' in mutant) continue
	const code = readFileSync(join(root, mutant.file), 'utf8')
	// A mutant that changes nothing proves nothing.
	for (const { from } of mutant.changes.filter(({ from }) => code.split(from).length !== 2)) {
		console.log(`${name}: ${mutant.file} does not say exactly once: ${from}`)
		failed += 1
	}
}
const tests = new Map(
	chosen.map(({ project, file, test }) => [JSON.stringify({ project, file, test }), { project, file, test }]),
)
for (const one of tests.values()) {
	if ((await vitest(one, null)) === 0) continue
	console.log(`red with every guard in place   ${one.file} › ${one.test}`)
	failed += 1
}
for (const { name, mutant, ...test } of chosen) {
	const missed = (await vitest(test, mutant)) !== 0
	if (!missed) failed += 1
	console.log(`${missed ? 'missed  ' : 'SURVIVED'}  ${name.padEnd(32)} ${test.file} › ${test.test}`)
}
console.log(`${chosen.length} guards taken away, ${failed} failures`)
process.exit(failed > 0 ? 1 : 0)

/**
 * @param {{ project: string, file: string, test: string }} what
 * @param {object | null} mutant
 * @returns {Promise<number>} the exit code
 */
function vitest({ project, file, test }, mutant) {
	const env = { ...process.env, ...(mutant ? { SAMVAER_MUTANT: JSON.stringify(mutant) } : {}) }
	const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, file, '-t', test]
	return new Promise((resolve) => {
		const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' })
		child.on('error', () => resolve(127))
		child.on('close', (code) => resolve(code ?? 1))
	})
}

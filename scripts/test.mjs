// npm test: everything that must hold, in order, the quick first. It goes on after a failure, so that all are seen, and ends
// with one line: `N passed, N failed`. `npm test -- --only unit,integration` runs some.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node.mjs'
import { root } from './run.mjs'
import { budgets, stages } from './stages.mjs'

checkNode()
const wanted = readOnly(process.argv.slice(2))
const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts ?? {}
const all = stages(scripts)
const names = new Set(all.flatMap((stage) => [stage.name, stage.group]))
const unknown = wanted?.filter((name) => !names.has(name)) ?? []
if (unknown.length > 0) end(`There is no stage ${unknown.join(', ')}. There are: ${[...names].join(', ')}.`)
const chosen = all.filter((stage) => !wanted || wanted.includes(stage.name) || wanted.includes(stage.group))

const sum = { passed: 0, failed: 0, skipped: 0 }
/** @type {Map<string, number>} */
const seconds = new Map()

await prepare('The packages', ensureInstalled, true)
const built = !chosen.some((stage) => stage.needsBuild) || (await prepare('The build', ensureBuilt))
const browser = !chosen.some((stage) => stage.name === 'e2e') || (await prepare('The browser', takeBrowser))

for (const stage of chosen) {
	console.log(`\n── ${stage.name}`)
	if ((stage.needsBuild && !built) || (stage.name === 'e2e' && !browser)) {
		console.log('not run: what it needs could not be made')
		sum.failed += 1
		continue
	}
	const before = performance.now()
	const counts = await stage.run()
	const took = (performance.now() - before) / 1000
	seconds.set(stage.group, (seconds.get(stage.group) ?? 0) + took)
	sum.passed += counts.passed
	sum.failed += counts.failed
	sum.skipped += counts.skipped
	console.log(`${stage.name}: ${counts.passed} passed, ${counts.failed} failed, ${took.toFixed(1)} s`)
}

console.log('\n── time')
for (const [group, took] of seconds) {
	const budget = Object.entries(budgets).find(([name]) => name === group)?.[1] ?? 0
	console.log(
		`${group.padEnd(12)} ${took.toFixed(1).padStart(6)} s of ${String(budget).padStart(3)} s${took > budget ? '   over its budget' : ''}`,
	)
}

const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`)
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0

/**
 * @param {string} what
 * @param {() => Promise<void>} work
 * @param {boolean} [needed] without it nothing can run
 */
async function prepare(what, work, needed = false) {
	try {
		await work()
		return true
	} catch (error) {
		console.error(`${what}: ${error instanceof Error ? error.message : error}`)
		if (needed) end('')
		return false
	}
}

async function takeBrowser() {
	process.env.SAMVAER_CHROMIUM = await ensureBrowser()
}

/**
 * @param {string[]} args
 * @returns {string[] | null}
 */
function readOnly(args) {
	if (args.length === 0) return null
	if (args.length === 2 && args[0] === '--only' && args[1]) return args[1].split(',').filter(Boolean)
	return end('npm test takes no more than --only and the names of stages: npm test -- --only unit,integration')
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function end(sentence) {
	if (sentence) console.error(sentence)
	console.log('0 passed, 1 failed')
	process.exit(1)
}

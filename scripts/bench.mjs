// npm run bench: how far the portal is from what this machine can do; see docs/performance.md. `-- --quick` ends within three
// minutes, `-- --json` ends with one line for a program. Progress goes to stderr.
import { spawn } from 'node:child_process'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node.mjs'
import { root } from './run.mjs'

checkNode()
try {
	await ensureInstalled()
	await ensureBuilt()
} catch (error) {
	console.error(error instanceof Error ? error.message : error)
	process.exit(1)
}

const bench = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/main.ts', ...process.argv.slice(2)], {
	cwd: root,
	stdio: ['ignore', 'inherit', 'inherit'],
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => bench.kill(signal))
bench.on('exit', (code) => process.exit(code ?? 1))

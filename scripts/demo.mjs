// npm run demo: from a fresh checkout to the running service. Everything it needs is made first; see sandbox/demo.ts for the
// rest. Progress goes to stderr, so that --json is one line on stdout.
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

const demo = spawn(process.execPath, ['--import', 'tsx', 'sandbox/demo.ts', ...process.argv.slice(2)], {
	cwd: root,
	// Its line to us tells it when we are gone, however we went.
	stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	// Of the terminal's Ctrl-C it hears through us, once.
	detached: true,
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => demo.kill(signal))
// npm may be killed without a word.
const parent = process.ppid
const watch = setInterval(() => {
	if (process.ppid === parent) return
	clearInterval(watch)
	demo.kill('SIGTERM')
}, 1_000)
demo.on('exit', (code) => process.exit(code ?? 1))

// npm run demo: from a fresh checkout to the running service. Everything it needs is made first; see sandbox/demo.ts for the
// rest. Progress goes to stderr, so that --json is one line on stdout.
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node.mjs'
import { runSandbox } from './sandbox.mjs'

checkNode()
try {
	await ensureInstalled()
	await ensureBuilt()
} catch (error) {
	console.error(error instanceof Error ? error.message : error)
	process.exit(1)
}
runSandbox(process.argv.slice(2))

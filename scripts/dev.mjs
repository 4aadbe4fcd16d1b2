// npm run dev: the sandbox with the development server in place of the build. A saved file shows in the browser at once.
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node.mjs'
import { runSandbox } from './sandbox.mjs'

checkNode()
if (process.env.SAMVAER_ENV === 'production') {
	console.error('The development server does not start with SAMVAER_ENV=production: it sends sources and stack traces.')
	process.exit(1)
}
try {
	await ensureInstalled()
} catch (error) {
	console.error(error instanceof Error ? error.message : error)
	process.exit(1)
}
runSandbox(['--development', ...process.argv.slice(2)])

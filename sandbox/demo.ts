import { parseArgs } from 'node:util'
import { refuseInProduction } from './refuse.ts'

/* `npm run demo` arrives here once everything is installed and built. `--json`: one line for a program. `--fresh`: begin anew. */

// Whoever read what we say may be gone before us; stopping in order matters more than being heard.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
	refuseInProduction(process.env)
	const { values } = parseArgs({
		options: { json: { type: 'boolean', default: false }, fresh: { type: 'boolean', default: false } },
	})
	// Loaded only now: nothing of the sandbox runs before it was asked whether it may.
	const { runDemo } = await import('./run-demo.ts')
	process.exit(await runDemo(values))
} catch (error) {
	console.error(error instanceof Error ? error.message : error)
	process.exit(1)
}

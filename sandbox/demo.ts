import { parseArgs } from 'node:util'
import { assertNotProduction } from './assert-not-production.ts'

/* `npm run demo` and `npm run dev` arrive here once everything is installed and, for the demo, built. `--json`: one line for a
   program. `--fresh`: begin anew. `--development`: serve the sources instead of the build. */

// Whoever read what we say may be gone before us; stopping in order matters more than being heard.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
	assertNotProduction(process.env)
	const { values } = parseArgs({
		options: {
			json: { type: 'boolean', default: false },
			fresh: { type: 'boolean', default: false },
			development: { type: 'boolean', default: false },
		},
	})
	// Loaded only now: nothing of the sandbox runs before it was asked whether it may.
	const { runDemo } = await import('./run-demo.ts')
	const { development, ...options } = values
	process.exit(await runDemo({ ...options, environment: development ? 'development' : 'demo' }))
} catch (error) {
	console.error(error instanceof Error ? error.message : error)
	process.exit(1)
}

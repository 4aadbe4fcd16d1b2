import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { checkNode } from './node.mjs'
import { root, run } from './run.mjs'

checkNode()
try {
	await ensureBuilt()
	await ensureBrowser()
	const playwright = join(root, 'node_modules/.bin/playwright')
	process.exitCode = await run(playwright, ['test', '--config', 'scripts/pictures.config.mjs'])
} catch (error) {
	console.error(error instanceof Error ? error.message : error)
	process.exitCode = 1
}

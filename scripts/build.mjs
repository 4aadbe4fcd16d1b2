import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, root } from './run.mjs'

const folders = ['app', 'db', 'emails', 'worker', 'public']
const files = [
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'remix.config.js',
	'vite.config.ts',
	'vite.worker.config.ts',
]
const results = ['build/server/index.js', 'build/client', 'build/worker/worker.js']
const stamp = join(root, 'build/.samvaer-sources')

/** Builds the application and the worker, unless what is built comes from just these sources. */
export async function ensureBuilt() {
	const before = hashOfSources()
	const whole = results.every((path) => existsSync(join(root, path)))
	if (whole && existsSync(stamp) && readFileSync(stamp, 'utf8') === before) return
	console.error('Building …')
	rmSync(stamp, { force: true })
	if ((await npm(['run', '--silent', 'build'])) !== 0) throw new Error('The build failed; its own words are above.')
	writeFileSync(stamp, before)
}

function hashOfSources() {
	const hash = createHash('sha256')
	const paths = [...folders.flatMap((folder) => filesIn(folder)), ...files].sort()
	for (const path of paths) {
		if (existsSync(join(root, path)))
			hash
				.update(`${path}\0`)
				.update(readFileSync(join(root, path)))
				.update('\0')
	}
	return hash.digest('hex')
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
	if (!existsSync(join(root, folder))) return []
	return readdirSync(join(root, folder)).flatMap((name) => {
		const path = `${folder}/${name}`
		return statSync(join(root, path)).isDirectory() ? filesIn(path) : [path]
	})
}

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { patchPackages } from './patch-packages.mjs'
import { npm, root } from './run.mjs'

const lockFile = join(root, 'package-lock.json')
const stamp = join(root, 'node_modules/.samvaer-lock')

/** Installs what package-lock.json says, unless it is there already, and sees to it that patches/ is applied. */
export async function ensureInstalled() {
	await ensurePackages()
	// Packages that were installed before a patch came, or without npm's scripts, are not patched yet.
	patchPackages()
}

async function ensurePackages() {
	const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
	// Installed by hand, perhaps: npm's own note of what is there tells whether it is what the lock file asks for.
	if (!isInstalled()) {
		console.error('Installing the packages …')
		if ((await npm(['ci', '--loglevel=warn'])) !== 0) throw new Error('npm ci failed; its own words are above.')
	}
	writeFileSync(stamp, hash)
}

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} Packages */

/** @returns {boolean} */
function isInstalled() {
	const noteFile = join(root, 'node_modules/.package-lock.json')
	if (!existsSync(noteFile)) return false
	/** @type {Packages} */
	const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
	/** @type {Packages} */
	const there = JSON.parse(readFileSync(noteFile, 'utf8')).packages
	const strays = Object.keys(there).filter((path) => !wanted[path])
	// Optional ones are for other machines.
	const missing = Object.entries(wanted).filter(
		([path, one]) => path !== '' && there[path]?.version !== one.version && !(one.optional && !there[path]),
	)
	return strays.length === 0 && missing.length === 0
}

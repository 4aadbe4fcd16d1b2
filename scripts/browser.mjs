import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { attempt, root, run } from './run.mjs'

// The shell is the same browser without a window, and a quarter quicker.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const elsewhere = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A Chromium that is there: the one named by SAMVAER_CHROMIUM, Playwright's own, or the system's.
 *
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
	const named = process.env.SAMVAER_CHROMIUM
	if (named) {
		if (!existsSync(named)) throw new Error(`SAMVAER_CHROMIUM names ${named}, and there is nothing.`)
		return named
	}
	const { chromium } = await import('@playwright/test')
	const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
	return [chromium.executablePath(), ...onPath, ...elsewhere].find((path) => path && existsSync(path)) ?? null
}

/**
 * A Chromium, fetched where there is none: Playwright's own, or else Debian's.
 *
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
	const there = await findBrowser()
	if (there) return there
	console.error('Fetching a browser for the tests …')
	// Where its server is out of reach it tries in silence, for long.
	await attempt(join(root, 'node_modules/.bin/playwright'), ['install', 'chromium'], 20_000)
	const fetched = await findBrowser()
	if (fetched) return fetched
	console.error("Playwright's own cannot be had here.")
	if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
		const env = { DEBIAN_FRONTEND: 'noninteractive' }
		await run('apt-get', ['update'], env)
		const install = (/** @type {string[]} */ packages) =>
			run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], env)
		// Older releases of Debian have no shell of its own.
		if ((await install(['chromium', 'chromium-headless-shell'])) !== 0) await install(['chromium'])
	}
	const installed = await findBrowser()
	if (installed) return installed
	throw new Error(
		'There is no Chromium and none could be fetched. Install one, or name it by SAMVAER_CHROMIUM, and try again.',
	)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
	try {
		console.log(await ensureBrowser())
	} catch (error) {
		console.error(error instanceof Error ? error.message : error)
		process.exit(1)
	}
}

import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'

const executablePath = await findBrowser()
if (!executablePath) throw new Error('There is no Chromium. npm run browser fetches one.')

const args = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** The built service in a real browser: once with script and once without, as an old phone or a wary reader has it. */
export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.spec.ts',
	// The development server's own test takes minutes on a busy machine: SAMVAER_LONG=1 npx playwright test development
	testIgnore: process.env.SAMVAER_LONG ? [] : '**/development.spec.ts',
	outputDir: 'test-results/e2e',
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	workers: 2,
	retries: 0,
	forbidOnly: true,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: {
		browserName: 'chromium',
		launchOptions: { executablePath, args },
		locale: 'nb-NO',
		timezoneId: 'Europe/Oslo',
		// Neither a film nor a copy of each step's page, which every test would pay for: a failure keeps its steps, what was asked
		// over the line, and its last page. `--trace on` tells all of one test.
		trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
		screenshot: 'only-on-failure',
	},
	projects: [
		{ name: 'script', use: { javaScriptEnabled: true } },
		// What a page answers to those it is not for has nothing to do with script; what is marked says nothing new without.
		{
			name: 'no-script',
			use: { javaScriptEnabled: false },
			testIgnore: '**/forbidden.spec.ts',
			grepInvert: /@script/,
		},
	],
})

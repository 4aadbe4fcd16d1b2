import tests from '../playwright.config.ts'

/** The pictures of README.md and docs/tour.md, taken anew from a running world: `npm run pictures`. */
export default {
	...tests,
	testDir: '../tests/pictures',
	outputDir: '../test-results/pictures',
	reporter: [['list']],
	workers: 1,
	timeout: 300_000,
	projects: [{ name: 'pictures', use: { javaScriptEnabled: true } }],
}

import { type Overview, overview } from '#sandbox/overview.ts'
import { startWorld } from '#sandbox/test-world.ts'

const variable = 'SAMVAER_TEST_WORLD'

/** One world for the run; the tests' processes are told where it is. */
export default async function setup(): Promise<() => Promise<void>> {
	const world = await startWorld()
	process.env[variable] = JSON.stringify(overview.parse(world))
	return world.stop
}

export function worldOfRun(): Overview {
	const told = process.env[variable]
	if (!told) throw new Error('The world of the run is not there: tests run through the Playwright configuration')
	return overview.parse(JSON.parse(told))
}

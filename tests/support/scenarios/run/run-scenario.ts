import { runDueUntil } from '#app/jobs/run-due.server.ts'
import type { Db } from '#db/client.server.ts'
import { differences } from '../expect/differences.ts'
import type { Scenario } from '../parse/scenario-file.ts'
import type { ClockStep, Step } from '../parse/step.ts'
import { buildWorld } from '../world/build.ts'
import type { World } from '../world/world.ts'
import { newMessages } from './messages.ts'
import { doneQuietly } from './outcome.ts'
import { runRace } from './run-race.ts'
import { runSingle } from './run-single.ts'

/** Why a scenario failed: at which step, and what was otherwise than expected. */
export interface Failure {
	/** null when the world could not be put in place. */
	step: { number: number; name: string } | null
	differences: readonly string[]
}

/** Runs a scenario in an empty database of its own, up to the first step that comes out otherwise. null: all as expected. */
export async function runScenario(scenario: Scenario, db: Db, owner: Db): Promise<Failure | null> {
	let world: World
	try {
		world = await buildWorld(db, owner, scenario.given)
	} catch (error) {
		return { step: null, differences: [`what is given cannot be put in place: ${reasonOf(error)}`] }
	}
	for (const [index, step] of scenario.steps.entries()) {
		const found = await runStep(world, step).catch((error: unknown) => [reasonOf(error)])
		if (found.length > 0) return { step: { number: index + 1, name: nameOf(step) }, differences: found }
	}
	return null
}

async function runStep(world: World, step: Step): Promise<string[]> {
	if (step.kind === 'race') return runRace(world, step)
	if (step.kind === 'clock') return runClock(world, step)
	return runSingle(world, step)
}

async function runClock(world: World, step: ClockStep): Promise<string[]> {
	await runDueUntil(world.db, world.now, step.to, { work: world.work })
	world.now = step.to
	return differences({ world, outcome: doneQuietly, messages: await newMessages(world) }, step.expect)
}

function nameOf(step: Step): string {
	return step.kind === 'single' ? step.verb : step.kind
}

/** The innermost reason: what the database said, rather than that a query failed. */
function reasonOf(error: unknown): string {
	if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
	if (!(error instanceof Error)) return String(error)
	return error.cause === undefined ? error.message : reasonOf(error.cause)
}

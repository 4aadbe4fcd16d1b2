import { runDueUntil } from '#app/jobs/run-due.server.ts'
import type { Db } from '#db/client.server.ts'
import { differences } from '../expect/mismatches.ts'
import { buildFixture } from '../fixture/build.ts'
import type { Fixture } from '../fixture/fixture.ts'
import type { Scenario } from '../parse/scenario-file.ts'
import type { ClockStep, Step } from '../parse/step.ts'
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
	let fixture: Fixture
	try {
		fixture = await buildFixture(db, owner, scenario.given)
	} catch (error) {
		return { step: null, differences: [`what is given cannot be put in place: ${reasonOf(error)}`] }
	}
	for (const [index, step] of scenario.steps.entries()) {
		const found = await runStep(fixture, step).catch((error: unknown) => [reasonOf(error)])
		if (found.length > 0) return { step: { number: index + 1, name: nameOf(step) }, differences: found }
	}
	return null
}

async function runStep(fixture: Fixture, step: Step): Promise<string[]> {
	if (step.kind === 'race') return runRace(fixture, step)
	if (step.kind === 'clock') return runClock(fixture, step)
	return runSingle(fixture, step)
}

async function runClock(fixture: Fixture, step: ClockStep): Promise<string[]> {
	await runDueUntil(fixture.db, fixture.now, step.to, { work: fixture.work })
	fixture.now = step.to
	return differences({ fixture, outcome: doneQuietly, messages: await newMessages(fixture) }, step.expect)
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

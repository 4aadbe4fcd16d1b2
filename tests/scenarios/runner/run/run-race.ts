import { runDue } from '#app/jobs/run-due.server.ts'
import { afterwards, differences } from '../expect/mismatches.ts'
import type { Fixture } from '../fixture/fixture.ts'
import type { RaceStep } from '../parse/step.ts'
import { attempt } from './attempt.ts'
import { newMessages } from './messages.ts'
import { describe, type Outcome } from './outcome.ts'
import { nameWhatWasCreated } from './run-single.ts'

/** Runs all at once, each on a connection of its own, and counts how they came out. */
export async function runRace(fixture: Fixture, step: RaceStep): Promise<string[]> {
	const racing = { ...fixture, isRace: true }
	const outcomes = await Promise.all(step.runs.map((run) => attempt(racing, run.bound)))
	await runDue(fixture.db, fixture.now, { work: fixture.work })
	for (const [index, run] of step.runs.entries()) {
		const outcome = outcomes[index]
		if (outcome) nameWhatWasCreated(fixture, run, outcome)
	}
	const messages = await newMessages(fixture)
	const ofRuns = await Promise.all(
		step.runs.map(async (run, index) => {
			const outcome = outcomes[index]
			return run.expect && outcome ? differences({ fixture, outcome, messages: [] }, run.expect) : []
		}),
	)
	return [...counted(outcomes, step), ...ofRuns.flat(), ...(await afterwards({ fixture, messages }, step.expect ?? {}))]
}

/** Who was not let through was refused: by a rule, or because another's use case had made the call impossible. */
function counted(outcomes: readonly Outcome[], { expect, runs }: RaceStep): string[] {
	const confirmed = outcomes.filter(({ kind }) => kind === 'done').length
	const busy = outcomes.filter((outcome) => outcome.kind === 'error' && outcome.code === 'busy').length
	const refused = outcomes.length - confirmed - busy
	const why = [...new Set(outcomes.filter(({ kind }) => kind !== 'done').map(describe))].join('; ')
	const came = `${confirmed} confirmed, ${refused} refused${busy > 0 ? `, ${busy} without an answer in time` : ''}${why === '' ? '' : ` (${why})`}`
	const wanted = expect ?? { confirmed: runs.length }
	const wrong =
		(wanted.confirmed !== undefined && wanted.confirmed !== confirmed) ||
		(wanted.refused !== undefined && wanted.refused !== refused)
	return wrong
		? [`expected ${wanted.confirmed ?? 'any'} confirmed, ${wanted.refused ?? 'any'} refused; came ${came}`]
		: []
}

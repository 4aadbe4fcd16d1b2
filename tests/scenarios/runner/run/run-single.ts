import { runDue } from '#app/jobs/run-due.server.ts'
import { calendarDifferences } from '../expect/calendar.ts'
import { differences } from '../expect/mismatches.ts'
import type { Fixture } from '../fixture/fixture.ts'
import type { SingleStep } from '../parse/step.ts'
import { attempt } from './attempt.ts'
import { footprint } from './footprint.ts'
import { newMessages } from './messages.ts'

/** Does one step, finishes what is due because of it, and says what is otherwise than expected. */
export async function runSingle(fixture: Fixture, step: SingleStep): Promise<string[]> {
	const before = mayBeRefused(step) ? await footprint(fixture) : null
	const outcome = await attempt(fixture, step.bound)
	const wrote = before !== null && outcome.kind === 'refused' && (await footprint(fixture)) !== before
	await runDue(fixture.db, fixture.now, { work: fixture.work })
	nameWhatWasCreated(fixture, step, outcome)
	const messages = await newMessages(fixture)
	return [
		...(wrote ? ['it was refused, and yet something was written'] : []),
		...(await differences({ fixture, outcome, messages }, step.expect)),
		...(step.calendar ? await calendarDifferences(fixture, outcome, step.calendar) : []),
	]
}

function mayBeRefused({ expect }: SingleStep): boolean {
	return expect?.refused !== undefined || expect?.refusedExactly !== undefined || expect?.told !== undefined
}

/** Gives the author's label to what a step made. */
export function nameWhatWasCreated(
	fixture: Fixture,
	step: SingleStep,
	outcome: Awaited<ReturnType<typeof attempt>>,
): void {
	if (outcome.kind !== 'done' || outcome.touched === null) return
	const { kind, id } = outcome.touched
	if (step.as !== null) fixture.labels.put(kind, step.as, id)
}

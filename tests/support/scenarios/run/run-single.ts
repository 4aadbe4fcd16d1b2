import { runDue } from '#app/jobs/run-due.server.ts'
import { calendarDifferences } from '../expect/calendar.ts'
import { differences } from '../expect/differences.ts'
import type { SingleStep } from '../parse/step.ts'
import type { World } from '../world/world.ts'
import { attempt } from './attempt.ts'
import { footprint } from './footprint.ts'
import { newMessages } from './messages.ts'

/** Does one step, finishes what is due because of it, and says what is otherwise than expected. */
export async function runSingle(world: World, step: SingleStep): Promise<string[]> {
	const before = mayBeRefused(step) ? await footprint(world) : null
	const outcome = await attempt(world, step.deed)
	const wrote = before !== null && outcome.kind === 'refused' && (await footprint(world)) !== before
	await runDue(world.db, world.now, { work: world.work })
	nameWhatWasMade(world, step, outcome)
	const messages = await newMessages(world)
	return [
		...(wrote ? ['it was refused, and yet something was written'] : []),
		...(await differences({ world, outcome, messages }, step.expect)),
		...(step.calendar ? await calendarDifferences(world, outcome, step.calendar) : []),
	]
}

function mayBeRefused({ expect }: SingleStep): boolean {
	return expect?.refused !== undefined || expect?.refusedExactly !== undefined || expect?.told !== undefined
}

/** Gives the author's label to what a step made. */
export function nameWhatWasMade(world: World, step: SingleStep, outcome: Awaited<ReturnType<typeof attempt>>): void {
	if (outcome.kind !== 'done' || outcome.touched === null) return
	const { kind, id } = outcome.touched
	if (step.as !== null) world.labels.put(kind, step.as, id)
}

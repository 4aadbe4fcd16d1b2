import type { Fixture } from '../fixture/fixture.ts'
import { sessionId, sessionLabel } from '../fixture/sessions.ts'
import type { SingleStep } from '../parse/step.ts'
import type { Done, Listed, Outcome } from '../run/outcome.ts'
import { difference, joined, listDifference } from './compare.ts'
import { inWords, wantedWords } from './told.ts'

type Wanted = NonNullable<SingleStep['calendar']>
type Calendar = NonNullable<Done['calendar']>

/** Which sessions a calendar offers, and what it says of those that it hides. */
export async function calendarDifferences(fixture: Fixture, outcome: Outcome, wanted: Wanted): Promise<string[]> {
	const calendar = outcome.kind === 'done' ? outcome.calendar : undefined
	if (!calendar) return []
	const parts = [
		wanted.sessions && (await offers(fixture, calendar, wanted.sessions)),
		wanted.hidden && (await hides(fixture, calendar, wanted.hidden)),
		wanted.told && (await tells(fixture, calendar, wanted.told)),
	]
	return parts.filter((part) => typeof part === 'string')
}

/** Exactly these, in order of time; those that begin together in any order. */
async function offers(
	fixture: Fixture,
	calendar: Calendar,
	wanted: NonNullable<Wanted['sessions']>,
): Promise<string | null> {
	const open = calendar.sessions.filter(({ codes }) => codes.length === 0)
	const labels = await Promise.all(open.map((one) => sessionLabel(fixture, one.sessionId)))
	const expected = wanted.map(({ label }) => label)
	const unlike = listDifference('sessions', expected, labels)
	if (unlike) return unlike
	const starts = expected.map((label) => open[labels.indexOf(label)]?.start.getTime() ?? 0)
	const inOrder = starts.every((start, index) => index === 0 || (starts[index - 1] ?? 0) <= start)
	return inOrder ? null : `sessions: expected in the order ${expected.join(', ')}; came ${labels.join(', ')}`
}

/** Of each session named: all that stands against it, and nothing else. */
async function hides(
	fixture: Fixture,
	calendar: Calendar,
	wanted: NonNullable<Wanted['hidden']>,
): Promise<string | null> {
	const parts: (string | null)[] = []
	for (const [ref, codes] of wanted) {
		const listed = await find(calendar, await sessionId(fixture, ref))
		parts.push(listDifference(`hidden ${ref.label}`, codes, listed.codes))
	}
	return joined(parts)
}

async function tells(
	fixture: Fixture,
	calendar: Calendar,
	wanted: NonNullable<Wanted['told']>,
): Promise<string | null> {
	const parts: (string | null)[] = []
	for (const [ref, told] of wanted) {
		const listed = await find(calendar, await sessionId(fixture, ref))
		parts.push(difference(`told of ${ref.label}`, wantedWords(told), inWords(listed.told)))
	}
	return joined(parts)
}

async function find(calendar: Calendar, id: string): Promise<Listed> {
	return calendar.sessions.find((one) => one.sessionId === id) ?? calendar.ask(id)
}

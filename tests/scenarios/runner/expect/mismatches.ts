import type { RaceExpectation, StepExpectation } from '../parse/expectation.ts'
import { bookings } from './bookings.ts'
import { deadline } from './deadline.ts'
import { free } from './free.ts'
import { books, ledger } from './ledger.ts'
import { messages } from './messages.ts'
import { missing } from './missing.ts'
import { offered } from './offered.ts'
import { outcomeAsExpected } from './outcome.ts'
import { reviews } from './reviews.ts'
import type { Seen } from './seen.ts'
import { state } from './state.ts'
import { told } from './told.ts'

/** Everything in which a step came out otherwise than expected. Without expectations it must have succeeded. */
export async function differences(seen: Seen, expect: StepExpectation | null): Promise<string[]> {
	const wanted = expect ?? {}
	const outcome = outcomeAsExpected(seen.outcome, wanted)
	if (outcome) return [outcome]
	return [
		...found(
			wanted.told && told(seen.outcome, wanted.told),
			wanted.state && (await state(seen, wanted.state)),
			wanted.deadline && (await deadline(seen, wanted.deadline)),
			wanted.missing && (await missing(seen, wanted.missing)),
		),
		...(await afterwards(seen, wanted)),
	]
}

type Afterwards = Pick<RaceExpectation, 'bookings' | 'reviews' | 'free' | 'offered' | 'messages' | 'ledger'>

/** What holds in the database once everything due is done, whoever did it. */
export async function afterwards(
	{ fixture, messages: came }: Omit<Seen, 'outcome'>,
	wanted: Afterwards,
): Promise<string[]> {
	return found(
		wanted.bookings && (await bookings(fixture, wanted.bookings)),
		wanted.reviews && (await reviews(fixture, wanted.reviews)),
		wanted.free && (await free(fixture, wanted.free)),
		wanted.offered && (await offered(fixture, wanted.offered)),
		wanted.messages && messages(came, wanted.messages),
		wanted.ledger && (await ledger(fixture, wanted.ledger)),
		await books(fixture),
	)
}

function found(...parts: readonly (string | null | undefined)[]): string[] {
	return parts.filter((part) => typeof part === 'string')
}

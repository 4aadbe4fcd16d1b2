import type { StepExpectation } from '../parse/expectation.ts'
import { listDifference } from './compare.ts'
import type { Seen } from './seen.ts'

/** Exactly the messages that the step queued, in any order. */
export function messages(came: Seen['messages'], wanted: NonNullable<StepExpectation['messages']>): string | null {
	return listDifference(
		'messages',
		wanted.map(({ kind, to }) => `${kind} ${to.label}`),
		came.map(({ kind, to }) => `${kind} ${to}`),
	)
}

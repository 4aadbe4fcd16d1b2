import type { MessageKind } from '#app/domain/messages.ts'
import type { Fixture } from '../fixture/fixture.ts'
import type { Outcome } from '../run/outcome.ts'

/** What an expectation is held against: the world as it is now, and what came of the step. */
export interface Seen {
	fixture: Fixture
	outcome: Outcome
	/** Queued by this step, to a visitor's label. */
	messages: readonly { kind: MessageKind; to: string }[]
}

import type { PublicReasons } from '#app/domain/bookings/public-reasons.ts'
import type { PublicTopUpReasons } from '#app/domain/funds/public-reasons.ts'
import type { ServiceErrorCode } from '#app/services/errors.ts'
import type { Kind } from '../parse/fields.ts'

/** What a step made or touched. */
export interface Touched {
	kind: Extract<Kind, 'booking' | 'entry' | 'application' | 'decision' | 'hearing' | 'order' | 'topUp'>
	id: string
	/** Of a decision: whose letter the step was about, where it was one party's. */
	partyId?: string
}

/** One session of a calendar: what stands against it and what the family reads of that; nothing when it is offered. */
export interface Listed {
	sessionId: string
	start: Date
	codes: readonly string[]
	told: PublicReasons
}

export interface Done {
	kind: 'done'
	touched: Touched | null
	/** Only of `list`: the calendar, and the same question about any other session. */
	calendar?: { sessions: readonly Listed[]; ask(sessionId: string): Promise<Listed> }
}

export interface Refused {
	kind: 'refused'
	codes: readonly string[]
	/** null where the family gets no answer. */
	told: PublicReasons | PublicTopUpReasons | null
}

export interface Failed {
	kind: 'error'
	code: ServiceErrorCode
	message: string
}

/** What came of one step. */
export type Outcome = Done | Refused | Failed

export const done = (kind: Touched['kind'], id: string): Done => ({ kind: 'done', touched: { kind, id } })
export const doneQuietly: Done = { kind: 'done', touched: null }

/** An outcome in words, for a difference. */
export function describe(outcome: Outcome): string {
	if (outcome.kind === 'done') return 'it succeeded'
	if (outcome.kind === 'refused') return `refused: ${outcome.codes.join(', ')}`
	return `error ${outcome.code}: ${outcome.message}`
}

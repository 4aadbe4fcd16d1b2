import type { ActorKind } from '#db/schema/index.ts'
import { ServiceError } from './errors.ts'

/** The acts that a page tells of when they came before what somebody else wanted to do. */
export const tellableActs = [
	'application.check',
	'application.grant',
	'application.link',
	'application.unlink',
	'application.withdraw',
	'booking.cancel',
	'booking.check-in',
	'booking.complete',
	'booking.decline',
	'booking.no-show',
	'booking.turn-away',
] as const
export type TellableAct = (typeof tellableActs)[number]

/** What came before: by whom (null: not by an officer), when, and what. */
export interface EarlierAct {
	what: TellableAct
	by: string | null
	byKind: ActorKind
	at: Date
}

/** `wrong-state` because of an earlier act, of somebody else's or with another answer. Nothing was written. */
export class ConflictError extends ServiceError {
	readonly act: EarlierAct

	constructor(act: EarlierAct) {
		super('wrong-state', `Came after ${act.what} at ${act.at.toISOString()}`)
		this.act = act
	}
}

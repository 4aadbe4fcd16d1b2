import type { RoleGrant } from '#app/domain/access/roles.ts'
import type { DueWork } from '#app/jobs/due-work.server.ts'
import type { Liftable } from '#app/services/events/lift.server.ts'
import type { Db } from '#db/client.server.ts'
import type { FakeStripe } from '#tests/support/money/fake-stripe.ts'
import type { Labels } from './labels.ts'

/** One scenario's own world: a database, a clock that stands still, and what the labels mean. */
export interface World {
	/** As the application's role: what the services get. */
	db: Db
	/** As the owner: puts things in place and looks at them. */
	owner: Db
	now: Date
	labels: Labels
	/** By officer's id. */
	officers: Map<string, OfficerInWorld>
	/** What each order and closure is, by its id: one label lifts any of them. */
	orders: Map<string, Liftable>
	/** Where the money of this world is paid. */
	stripe: FakeStripe
	/** All that falls due in it. */
	work: readonly DueWork[]
	/** Messages that were queued before the step that runs now. */
	messagesSeen: Set<string>
	/** Runs of a race: each is a request of its own, and no second press of another. */
	isRace?: boolean
}

export interface OfficerInWorld {
	/** Where the officer works now. */
	facilityId: string
	grants: readonly RoleGrant[]
}

import type { RoleGrant } from '#app/domain/access/roles.ts'
import type { Db } from '#db/client.server.ts'
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
	/** Messages that were queued before the step that runs now. */
	messagesSeen: Set<string>
}

export interface OfficerInWorld {
	/** Where the officer works now. */
	facilityId: string
	grants: readonly RoleGrant[]
}

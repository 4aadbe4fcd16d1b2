import type { RoleGrant } from '#app/domain/access/roles.ts'
import type { Payments } from '#app/integrations/payments.server.ts'
import type { Db } from '#db/client.server.ts'

/** Who acts. An officer acts in one facility at a time, with the roles held there. */
export type Actor =
	| { kind: 'visitor'; visitorId: string }
	| { kind: 'officer'; officerId: string; facilityId: string; grants: readonly RoleGrant[] }
	/** The system itself, or a machine that proved by a facility's key for whom it speaks. */
	| { kind: 'system'; keyId?: string }

/** What every use case is given: the database, the instant it happens at, who does it, and the request it came with. */
export interface Ctx {
	db: Db
	now: Date
	actor: Actor
	requestId: string | null
	/** The request has a key of its own, so it repeats none: what was done before stands against it. */
	isOwnRequest?: boolean
}

/** What a use case needs of the world outside, given with its context. */
export interface ServiceDeps {
	/** Card payments; null where the portal takes none. */
	payments: Payments | null
	/** The portal's own address, to come back to. */
	publicOrigin: string
}

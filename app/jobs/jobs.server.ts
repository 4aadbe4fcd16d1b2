import type { Db } from '#db/client.server.ts'
import { createSessionsJob } from './create-sessions.server.ts'
import { expireHolds } from './expire-holds.server.ts'
import { requestsLapse } from './lapse-requests.server.ts'
import { purgeExpired } from './purge-expired.server.ts'
import { registerImports } from './register-imports.server.ts'
import { causesGone } from './reviews-causes-gone.server.ts'
import { permitsLapsed } from './reviews-permits-lapsed.server.ts'
import { restrictionsEnded } from './reviews-restrictions-ended.server.ts'
import { offers } from './waiting-list-offers.server.ts'

/** Something that falls due with time. */
export interface Job {
	name: string
	/**
	 * Does a batch of what is due at `now` and answers how much was done; none means that nothing is due. May be called by
	 * any number of workers at once, and again at any time after a crash.
	 */
	run(db: Db, now: Date): Promise<number>
	/** When the next of it falls due after an instant; null when nothing is planned. Only needed to walk through time. */
	nextDue?(db: Db, after: Date): Promise<Date | null>
}

/** Every kind of business work, in the order it is done at one instant. Mail is not among it: it leaves the house. */
export const jobs: readonly Job[] = [
	expireHolds,
	requestsLapse,
	permitsLapsed,
	restrictionsEnded,
	causesGone,
	createSessionsJob,
	offers,
	registerImports,
]

/** What keeps the tables small. Runs each minute, by the machine's own time: a session ends then, whatever the clock of the demo says. */
export const housekeeping: readonly Job[] = [purgeExpired]

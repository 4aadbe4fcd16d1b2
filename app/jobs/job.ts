import type { Db } from '#db/client.server.ts'

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

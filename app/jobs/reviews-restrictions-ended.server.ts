import { takeUpEndedRestrictions } from '#app/services/reviews/ended-restriction.server.ts'
import { nextRestrictionEnd } from '#db/queries/reviews/due.ts'
import type { Job } from './job.ts'

/** Court orders that have come to their end. */
export const restrictionsEnded: Job = {
	name: 'restrictions-ended',
	run: (db, now) => takeUpEndedRestrictions({ db, now, actor: { kind: 'system' }, requestId: null }),
	nextDue: nextRestrictionEnd,
}

import { closeGoneCauses } from '#app/services/reviews/close-resolved-causes.server.ts'
import { nextBanEnd } from '#db/queries/reviews/due.ts'
import type { Job } from './job.ts'

/** Reviews whose cause went away by itself. */
export const causesGone: Job = {
	name: 'causes-gone',
	run: (db, now) => closeGoneCauses({ db, now, actor: { kind: 'system' }, requestId: null }),
	nextDue: nextBanEnd,
}

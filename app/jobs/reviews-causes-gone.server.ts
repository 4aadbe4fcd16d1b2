import { closeGoneCauses } from '#app/services/reviews/gone-causes.server.ts'
import { nextBanEnd } from '#db/queries/reviews/due.ts'
import type { DueWork } from './due-work.server.ts'

/** Reviews whose cause went away by itself. */
export const causesGone: DueWork = {
	name: 'causes-gone',
	run: (db, now) => closeGoneCauses({ db, now, actor: { kind: 'system' }, requestId: null }),
	nextDue: nextBanEnd,
}

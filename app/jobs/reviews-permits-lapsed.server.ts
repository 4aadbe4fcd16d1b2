import { addDays, instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import { lapsePermits } from '#app/services/reviews/lapsed-permit.server.ts'
import { nextLastDay } from '#db/queries/reviews/due.ts'
import type { Job } from './job.ts'

/** Permits past their last day or overdue for their re-check: at the local midnight after it. */
export const permitsLapsed: Job = {
	name: 'permits-lapsed',
	run: (db, now) => lapsePermits({ db, now, actor: { kind: 'system' }, requestId: null }),
	async nextDue(db, after) {
		const day = await nextLastDay(db, localDate(after))
		return day ? instantOf(addDays(day, 1), '00:00') : null
	},
}

import { closeReviewsOfPastVisits } from '#app/services/reviews/past-visits.server.ts'
import { nextReviewedEnd } from '#db/queries/reviews/due.ts'
import type { Job } from './job.ts'

/** Reviews of visits that are over. */
export const reviewsOver: Job = {
	name: 'reviews-over',
	run: (db, now) => closeReviewsOfPastVisits({ db, now, actor: { kind: 'system' }, requestId: null }),
	nextDue: nextReviewedEnd,
}

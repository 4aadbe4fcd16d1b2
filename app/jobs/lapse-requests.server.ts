import { lapseRequests } from '#app/services/bookings/lapse-requests.server.ts'
import { nextRequestLapse } from '#db/queries/bookings/requests.ts'
import type { Job } from './job.ts'

/** Ends the requests that nobody answered in time. */
export const requestsLapse: Job = {
	name: 'lapse-requests',
	run: lapseRequests,
	nextDue: nextRequestLapse,
}

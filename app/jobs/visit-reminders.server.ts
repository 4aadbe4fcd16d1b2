import { remindOfVisits } from '#app/services/bookings/remind.server.ts'
import { selectNextReminder } from '#db/queries/bookings/reminders.ts'
import type { Job } from './job.ts'

/** Reminds families of their visits: a week, two days and the same morning before. */
export const visitReminders: Job = {
	name: 'visit-reminders',
	run: remindOfVisits,
	nextDue: selectNextReminder,
}

import { addDays, instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import { createSessions } from '#app/services/timetable/create-sessions.server.ts'
import { hasTemplates } from '#db/queries/timetable/templates.ts'
import type { Job } from './job.ts'

/** The timetable's next timetable. A day more is wanting at each local midnight. */
export const createSessionsJob: Job = {
	name: 'make-sessions',
	run: (db, now) => createSessions(db, now),
	async nextDue(db, after) {
		const tomorrow = addDays(localDate(after), 1)
		return (await hasTemplates(db, tomorrow)) ? instantOf(tomorrow, '00:00') : null
	},
}

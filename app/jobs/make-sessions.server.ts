import { addDays, instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import { makeSessions } from '#app/services/timetable/make-sessions.server.ts'
import { hasTemplates } from '#db/queries/timetable/templates.ts'
import type { DueWork } from './due-work.server.ts'

/** The timetable's next sessions. A day more is wanting at each local midnight. */
export const makeSessionsWork: DueWork = {
	name: 'make-sessions',
	run: (db, now) => makeSessions(db, now),
	async nextDue(db, after) {
		const tomorrow = addDays(localDate(after), 1)
		return (await hasTemplates(db, tomorrow)) ? instantOf(tomorrow, '00:00') : null
	},
}

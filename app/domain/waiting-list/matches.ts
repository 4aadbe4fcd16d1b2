import { type LocalDate, localDate } from '../calendar/oslo.ts'
import type { Setting, VisitSession } from '../timetable/visit-session.ts'

/** The days and the settings that a family can use. */
export interface WantedSessions {
	/** Both count. */
	firstDate: LocalDate
	lastDate: LocalDate
	/** null: any. */
	settings: readonly Setting[] | null
}

/** Whether a session is what a waiting-list entry asks for. Whether the party may come is for the rules to say. */
export function matches(wanted: WantedSessions, session: Pick<VisitSession, 'start' | 'setting'>): boolean {
	const day = localDate(session.start)
	return (
		wanted.firstDate <= day &&
		day <= wanted.lastDate &&
		(wanted.settings === null || wanted.settings.includes(session.setting))
	)
}

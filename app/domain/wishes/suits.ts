import { type LocalDate, localDate } from '../calendar/oslo.ts'
import type { Session, Setting } from '../sessions/session.ts'

/** The days and the settings that a family can use. */
export interface Wanted {
	/** Both count. */
	firstDate: LocalDate
	lastDate: LocalDate
	/** null: any. */
	settings: readonly Setting[] | null
}

/** Whether a session is what a wish asks for. Whether the party may come is for the rules to say. */
export function suits(wanted: Wanted, session: Pick<Session, 'start' | 'setting'>): boolean {
	const day = localDate(session.start)
	return (
		wanted.firstDate <= day &&
		day <= wanted.lastDate &&
		(wanted.settings === null || wanted.settings.includes(session.setting))
	)
}

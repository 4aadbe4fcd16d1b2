import { type SQL, sql } from 'drizzle-orm'
import type { Session } from '#app/domain/sessions/session.ts'

/** What of a session stays the same until an officer changes it. */
export type FixedSession = Omit<Session, 'taken'> & { ref: string }

interface Remembered {
	version: string
	sessions: readonly FixedSession[]
}

/** Some hundred facilities, on the few days that are asked about. */
const most = 500
const timetables = new Map<string, Remembered>()

interface Ask {
	facilityId: string
	from: Date
	until: Date
}

/** The facility's timetable as this process read it last; nothing, with version null, when it never did. */
export function rememberedTimetable({ facilityId, from, until }: Ask) {
	const key = `${facilityId} ${from.getTime()} ${until.getTime()}`
	const known = timetables.get(key)
	return {
		version: known?.version ?? null,
		sessions: known?.sessions ?? [],
		keep(version: string | null, sessions: FixedSession[]): readonly FixedSession[] {
			if (version === null) return sessions
			if (timetables.size >= most) timetables.clear()
			timetables.set(key, { version, sessions })
			return sessions
		},
	}
}

/**
 * Which changes of a timetable this snapshot sees, in this database. Whoever commits one adds to them, wherever its number
 * stands among the others, so two snapshots with as many see the same timetable. Null in a transaction that has changed it
 * itself: that may yet be undone, and is not to be remembered.
 */
export function timetableVersion(facilityId: SQL): SQL {
	return sql`select case when bool_or(transaction = pg_current_xact_id_if_assigned()) then null
			else concat_ws(' ', current_database(), count(*), max(transaction)) end as version
		from timetable_change where facility_id = ${facilityId}`
}

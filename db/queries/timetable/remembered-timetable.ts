import { type SQL, sql } from 'drizzle-orm'
import type { VisitSession } from '#app/domain/timetable/visit-session.ts'

/** What of a session stays the same until an officer changes it. */
export type FixedSession = Omit<VisitSession, 'taken'> & { ref: string }

interface Remembered {
	version: string
	sessions: readonly FixedSession[]
}

/** Some hundred facilities, on the few days that are asked about. */
const most = 500
const timetables = new Map<string, Remembered>()

interface Shown {
	facilityId: string
	from: Date
	until: Date
}

const keyOf = ({ facilityId, from, until }: Shown) => `${facilityId} ${from.getTime()} ${until.getTime()}`

/** The facility's sessions as they are in a version; null when this process does not remember that one. */
export function rememberedTimetable(shown: Shown, version: string | null): readonly FixedSession[] | null {
	const known = timetables.get(keyOf(shown))
	return known !== undefined && known.version === version ? known.sessions : null
}

/** Remembers them in place of an earlier version; what has none is never remembered. */
export function rememberTimetable(
	shown: Shown,
	version: string | null,
	sessions: readonly FixedSession[],
): readonly FixedSession[] {
	if (version === null) return sessions
	if (timetables.size >= most) timetables.clear()
	timetables.set(keyOf(shown), { version, sessions })
	return sessions
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

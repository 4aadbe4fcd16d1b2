import { and, asc, eq, gte, isNull, or } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { closure, officer, room, unit, visitSession } from '#db/schema/index.ts'

const columns = {
	ref: closure.ref,
	firstDate: closure.firstDate,
	lastDate: closure.lastDate,
	unit: closure.unit,
	room: room.name,
	session: { startsAt: visitSession.startsAt, endsAt: visitSession.endsAt, setting: visitSession.setting },
	reason: closure.reason,
	createdBy: officer.name,
	createdAt: closure.createdAt,
}

const closures = (db: DbOrTx) =>
	db
		.select(columns)
		.from(closure)
		.leftJoin(room, eq(room.id, closure.roomId))
		.leftJoin(visitSession, eq(visitSession.id, closure.sessionId))
		.leftJoin(officer, eq(officer.id, closure.createdBy))

/** A closure in force, or to come, as the officers' list has it. */
export type ClosureAhead = Awaited<ReturnType<typeof closures>>[number]

/** A facility's closures that are not over and not lifted, by their first day. */
export function selectClosuresAhead(db: DbOrTx, facilityId: string, today: string, now: Date): Promise<ClosureAhead[]> {
	return closures(db)
		.where(
			and(
				eq(closure.facilityId, facilityId),
				isNull(closure.endedAt),
				or(gte(closure.lastDate, today), gte(visitSession.endsAt, now)),
			),
		)
		.orderBy(asc(closure.firstDate), asc(visitSession.startsAt), asc(closure.id))
		.limit(500)
}

/** What a facility can close beside itself: its units and its rooms, by name. */
export async function selectClosable(
	db: DbOrTx,
	facilityId: string,
): Promise<{ units: { code: string; name: string }[]; rooms: { ref: string; name: string }[] }> {
	const units = await db
		.select({ code: unit.code, name: unit.name })
		.from(unit)
		.where(eq(unit.facilityId, facilityId))
		.orderBy(asc(unit.name))
	const rooms = await db
		.select({ ref: room.ref, name: room.name })
		.from(room)
		.where(eq(room.facilityId, facilityId))
		.orderBy(asc(room.name))
	return { units, rooms }
}

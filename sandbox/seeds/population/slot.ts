import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { room, visitSession } from '#db/schema/index.ts'

export type RoomRow = typeof room.$inferInsert

/** A session with what is left of it, also by visits that are over. */
export interface SessionSlot {
	row: Pick<typeof visitSession.$inferInsert, 'id' | 'facilityId' | 'area' | 'setting' | 'startsAt' | 'endsAt'> & {
		takenGroups: number
		takenPeople: number
	}
	date: LocalDate
	/** For whom: prisoners behind glass, all others, visits on the official track. */
	kind: 'glass' | 'ordinary' | 'official'
	/** Null: all. */
	units: readonly string[] | null
	groupsLeft: number
	peopleLeft: number
}

import type { z } from 'zod'
import { ref, time } from './fields.ts'

/** The keys that say where and when: a session, or a room with a time range. */
export const placeKeys = {
	session: ref('session').optional(),
	room: ref('room').optional(),
	from: time.optional(),
	to: time.optional(),
}

type PlaceKeys = z.output<z.ZodObject<typeof placeKeys>>

export type GivenPlace =
	| { session: NonNullable<PlaceKeys['session']> }
	| { room: NonNullable<PlaceKeys['room']>; from: Date; to: Date }

/** The place that the keys name; null when they name none, or two. */
export function placeOf({ session, room, from, to }: PlaceKeys): GivenPlace | null {
	if (session !== undefined) return room === undefined && from === undefined && to === undefined ? { session } : null
	return room !== undefined && from !== undefined && to !== undefined ? { room, from, to } : null
}

export const namesAPlace = 'names a session, or a room with from and to'

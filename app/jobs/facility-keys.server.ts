import {
	createFacilityKey,
	facilityKeys,
	revokeFacilityKey,
	rotateFacilityKey,
} from '#app/services/register/facility-key.server.ts'
import type { Db } from '#db/client.server.ts'

/** The keys of facilities, for whoever runs the service. */
export function facilityKeysCli(db: Db, now: Date) {
	const ctx = { db, now, actor: { kind: 'system' as const }, requestId: null }
	return {
		make: (facility: string, name: string) => createFacilityKey(ctx, { facility, name }),
		rotate: (ref: string) => rotateFacilityKey(ctx, ref),
		revoke: (ref: string) => revokeFacilityKey(ctx, ref),
		list: (facility: string) => facilityKeys(ctx, facility),
	}
}

import type { ban, courtRestriction, nonAssociation, protectiveOrder } from '#db/schema/index.ts'
import type { Random } from '../random.ts'
import type { SeededIds } from '../seeded-ids.ts'
import type { NationFacility } from './facilities.ts'
import type { Family } from './people.ts'

export interface OrderRows {
	restrictions: (typeof courtRestriction.$inferInsert)[]
	bans: (typeof ban.$inferInsert)[]
	protectiveOrders: (typeof protectiveOrder.$inferInsert)[]
	nonAssociation: (typeof nonAssociation.$inferInsert)[]
}

const dayMs = 86_400_000

/**
 * What stands between people, where it leaves every booking standing: court restrictions that are over or concern letters and
 * calls, bans and orders against those whose permits do not hold, and in each facility two prisoners to be kept apart.
 * Answers, for those two, whom they must not meet.
 */
export function nationOrders(
	families: readonly Family[],
	facilities: readonly NationFacility[],
	{ since, now, random, ids }: { since: Date; now: Date; random: Random; ids: SeededIds },
): { rows: OrderRows; apart: ReadonlyMap<string, string> } {
	const rows: OrderRows = { restrictions: [], bans: [], protectiveOrders: [], nonAssociation: [] }
	const days = (count: number) => new Date(now.getTime() + count * dayMs)
	for (const { prisoner, members } of families) {
		if (random.chance(0.05)) {
			const over = random.chance(0.5)
			rows.restrictions.push({
				id: ids.id(since),
				ref: ids.ref(),
				prisonerId: prisoner.id,
				type: over
					? random.pick(['visit-ban', 'isolation', 'police-control'])
					: random.pick(['letter-ban', 'phone-ban']),
				orderReference: `26-${random.whole(100_000, 199_999)}ENE`,
				fromAt: over ? days(-random.whole(400, 500)) : days(-random.whole(1, 20)),
				toAt: over ? days(-random.whole(380, 399)) : days(random.whole(1, 28)),
				coversOfficial: false,
			})
		}
		for (const { visitorId } of members.filter(({ holds }) => !holds)) {
			const terms = { visitorId, fromAt: days(-random.whole(1, 60)), toAt: days(random.whole(30, 300)) }
			if (random.chance(0.2))
				rows.bans.push({
					id: ids.id(since),
					ref: ids.ref(),
					...terms,
					facilityId: prisoner.facilityId,
					reason: 'Narkotika',
				})
			else if (random.chance(0.1))
				rows.protectiveOrders.push({ id: ids.id(since), ref: ids.ref(), ...terms, prisonerId: prisoner.id })
		}
	}
	const apart = new Map<string, string>()
	for (const { id } of facilities) {
		const [a, b] = families
			.filter(({ prisoner }) => prisoner.facilityId === id)
			.map(({ prisoner }) => prisoner.id)
			.sort()
		if (a === undefined || b === undefined) continue
		rows.nonAssociation.push({ id: ids.id(since), ref: ids.ref(), prisonerA: a, prisonerB: b, endedAt: null })
		apart.set(a, b).set(b, a)
	}
	return { rows, apart }
}

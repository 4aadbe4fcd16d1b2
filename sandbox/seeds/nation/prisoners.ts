import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { prisoner } from '#db/schema/index.ts'
import { somePool } from '../names.ts'
import type { SeedPrisoner } from '../population/prisoner.ts'
import type { Random } from '../random.ts'
import { folded } from '../rows.ts'
import type { SeededIds } from '../seeded-ids.ts'
import { type NationFacility, unitCodes } from './facilities.ts'

export type PrisonerRow = typeof prisoner.$inferInsert

/** Prisoners, dealt out over the facilities in turn: some of the high ones special-high, a few out or released. */
export function nationPrisoners(
	count: number,
	facilities: readonly NationFacility[],
	{ since, today, random, ids }: { since: Date; today: LocalDate; random: Random; ids: SeededIds },
): { row: PrisonerRow; prisoner: SeedPrisoner }[] {
	return Array.from({ length: count }, (_, index) => {
		const facility = facilities[index % facilities.length]
		if (!facility) throw new RangeError('A nation has at least one facility')
		const names = somePool(random)
		const givenName = random.pick(names.given)
		const familyName = random.pick(names.family)
		const year = Number(today.slice(0, 4)) - random.whole(19, 70)
		const row: PrisonerRow = {
			id: ids.id(since),
			ref: ids.ref(),
			number: `N-${10_000 + index}`,
			givenName,
			familyName,
			foldedName: folded(givenName, familyName),
			born: `${year}-${String(random.whole(1, 12)).padStart(2, '0')}-15`,
			facilityId: facility.id,
			unit: random.pick(unitCodes),
			securityLevel: facility.level === 'high' && random.chance(0.06) ? 'special-high' : facility.level,
			legalStatus: random.chance(0.25) ? 'remand' : random.chance(0.06) ? 'preventive-detention' : 'sentenced',
			custody: random.chance(0.97) ? 'in' : random.pick(['out', 'released', 'released']),
		}
		return { row, prisoner: { ...row, names } }
	})
}

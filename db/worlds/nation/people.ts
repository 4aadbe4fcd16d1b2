import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { Random } from '../random.ts'
import type { SealPid } from '../seal.ts'
import type { SeededIds } from '../seeded-ids.ts'
import { addCounsel, type Counsel } from './counsel.ts'
import type { NationFacility } from './facilities.ts'
import { addFamily, type Member, type VisitorRows } from './families.ts'
import { type Inmate, nationPrisoners, type PrisonerRow } from './prisoners.ts'
import type { NationSize } from './size.ts'

/** A prisoner with everyone who has a permit of the family's track. */
export interface Family {
	inmate: Inmate
	members: Member[]
}

export interface NationPeople {
	prisoners: PrisonerRow[]
	families: Family[]
	/** By facility. */
	counsels: ReadonlyMap<string, Counsel[]>
	rows: VisitorRows
}

const counselShare = 0.02

/** As many prisoners and visitors as were asked for; everybody has at least one visitor while there are enough. */
export function nationPeople(
	size: NationSize,
	facilities: readonly NationFacility[],
	given: {
		since: Date
		today: LocalDate
		familyIssuer: string
		seal: SealPid | null
		random: Random
		ids: SeededIds
	},
): NationPeople {
	const { random } = given
	const prisoners = nationPrisoners(size.prisoners, facilities, given)
	const rows: VisitorRows = { visitors: [], guardianships: [], permits: [] }
	const registry = { ...given, rows, born: new Map<LocalDate, number>() }
	const lawyers = Math.floor(size.visitors * counselShare)
	const sizes = familySizes(prisoners.length, size.visitors - lawyers, random)
	const families = prisoners.map((inmate, index) => ({
		inmate,
		members: addFamily(registry, inmate, sizes[index] ?? 0),
	}))
	const counsels = new Map<string, Counsel[]>(facilities.map(({ id }) => [id, []]))
	for (let n = 0; n < lawyers; n++) {
		const facility = facilities[n % facilities.length]
		if (!facility) break
		const inmates = prisoners.filter(({ facilityId }) => facilityId === facility.id)
		counsels.get(facility.id)?.push(addCounsel(registry, inmates, n + 1))
	}
	return { prisoners, families, counsels, rows }
}

/** One visitor for each while there are enough, and the rest by chance. */
function familySizes(families: number, visitors: number, random: Random): number[] {
	const sizes: number[] = Array.from({ length: families }, (_, index) => (index < visitors ? 1 : 0))
	for (let left = visitors - families; left > 0; left--) {
		const index = random.whole(0, families - 1)
		sizes[index] = (sizes[index] ?? 0) + 1
	}
	return sizes
}

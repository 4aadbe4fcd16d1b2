import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { PermitState } from '#app/domain/permits/permit.ts'
import { addCounsel, type Counsel } from '../population/counsel.ts'
import { addFamily, familySizes, type Member, type VisitorRows } from '../population/families.ts'
import type { SeedPrisoner } from '../population/prisoner.ts'
import type { Random } from '../random.ts'
import type { SealPid } from '../seal.ts'
import type { SeededIds } from '../seeded-ids.ts'
import type { NationFacility } from './facilities.ts'
import { nationPrisoners, type PrisonerRow } from './prisoners.ts'
import type { NationSize } from './size.ts'

/** A prisoner with everyone who has a permit of the family's track. */
export interface Family {
	prisoner: SeedPrisoner
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
	const otherState = (): PermitState => (random.chance(0.1) ? random.pick(['suspended', 'lapsed', 'ended']) : 'active')
	const registry = { ...given, otherState, rows, born: new Map<LocalDate, number>() }
	const lawyers = Math.floor(size.visitors * counselShare)
	const sizes = familySizes(prisoners.length, size.visitors - lawyers, random)
	const families = prisoners.map(({ prisoner }, index) => ({
		prisoner,
		members: addFamily(registry, prisoner, sizes[index] ?? 0),
	}))
	const counsels = new Map<string, Counsel[]>(facilities.map(({ id }) => [id, []]))
	for (let n = 0; n < lawyers; n++) {
		const facility = facilities[n % facilities.length]
		if (!facility) break
		const clients = prisoners.map(({ prisoner }) => prisoner).filter(({ facilityId }) => facilityId === facility.id)
		counsels.get(facility.id)?.push(addCounsel(registry, clients, n + 1))
	}
	return { prisoners: prisoners.map(({ row }) => row), families, counsels, rows }
}

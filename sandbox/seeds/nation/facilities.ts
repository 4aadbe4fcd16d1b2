import { defaultPolicy, type Policy } from '#app/domain/policy.ts'
import type { facility, facilityPolicy, unit } from '#db/schema/index.ts'
import type { Random } from '../random.ts'
import type { SeededIds } from '../seeded-ids.ts'

export interface NationFacility {
	id: string
	slug: string
	level: 'high' | 'low' | 'transitional'
	policy: Policy
}

export interface FacilityRows {
	facilities: (typeof facility.$inferInsert)[]
	units: (typeof unit.$inferInsert)[]
	policies: (typeof facilityPolicy.$inferInsert)[]
}

export const unitCodes = ['A', 'B', 'C'] as const

const begins = [
	'Fjell',
	'Elve',
	'Lyng',
	'Skog',
	'Sol',
	'Vest',
	'Øst',
	'Nord',
	'Sør',
	'Berg',
	'Hav',
	'Myr',
	'Furu',
	'Bjørk',
]
const ends = ['heim', 'bredden', 'mo', 'lund', 'vik', 'nes', 'dal', 'tun', 'haugen', 'stad']
const towns = ['Oslo', 'Bergen', 'Trondheim', 'Tromsø', 'Kautokeino', 'Hamar', 'Skien', 'Bodø', 'Ålesund', 'Arendal']

/** Prisons that do not exist: two of three high, every sixth transitional, each sixth of them answering requests by hand. */
export function nationFacilities(
	count: number,
	since: Date,
	random: Random,
	ids: SeededIds,
): { facilities: NationFacility[]; rows: FacilityRows } {
	const rows: FacilityRows = { facilities: [], units: [], policies: [] }
	const facilities = Array.from({ length: count }, (_, index): NationFacility => {
		const id = ids.id(since)
		const slug = `prison-${String(index + 1).padStart(2, '0')}`
		const name = `${begins[index % begins.length]}${ends[Math.floor(index / begins.length) % ends.length]} fengsel`
		const level = index % 3 < 2 ? 'high' : index % 2 === 0 ? 'low' : 'transitional'
		const parameters = parametersOf(index, level)
		const town = random.pick(towns)
		rows.facilities.push({ id, slug, name, address: `Fengselsveien ${index + 1}, ${town}`, phone: '21 00 00 00' })
		rows.units.push(...unitCodes.map((code) => ({ facilityId: id, code, name: `Avdeling ${code}` })))
		rows.policies.push({
			id: ids.id(since),
			facilityId: id,
			validFrom: since,
			validTo: null,
			parameters,
			publishedBy: null,
		})
		return { id, slug, level, policy: { ...defaultPolicy, ...parameters } }
	})
	return { facilities, rows }
}

function parametersOf(index: number, level: NationFacility['level']): Partial<Policy> {
	const closedDays = index % 2 === 0 ? ['christmas-eve', 'new-years-eve'] : ['public-holidays']
	if (level !== 'high') return { visitsPerWeek: 3, maxDaysAhead: 42, minNoticeHours: 12, closedDays }
	return {
		visitsPerWeek: 2,
		closedDays,
		// Above what two visits of an hour and one stay in a room come to in any month.
		...(index % 6 === 1 && { hoursPerMonth: 20 }),
		...(index % 6 === 3 && { approval: 'request' }),
	}
}

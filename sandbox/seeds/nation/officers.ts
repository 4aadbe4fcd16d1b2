import type { Role } from '#app/domain/access/roles.ts'
import type { officer, officerRole } from '#db/schema/index.ts'
import { somePool } from '../names.ts'
import type { Random } from '../random.ts'
import type { SeededIds } from '../seeded-ids.ts'
import type { NationFacility } from './facilities.ts'

export interface NationOfficer {
	officerId: string
	issuer: string
	subject: string
	role: Role
	/** Null: in every facility. */
	facilityId: string | null
}

export interface OfficerRows {
	officers: (typeof officer.$inferInsert)[]
	roles: (typeof officerRole.$inferInsert)[]
}

const inEachFacility: readonly Role[] = [
	'visit-officer',
	'screening-officer',
	'decision-maker',
	'decision-maker',
	'admin',
]
const everywhere: readonly Role[] = ['finance', 'auditor']

/** Officers who can sign in, one for each post. */
export function nationOfficers(
	facilities: readonly NationFacility[],
	issuer: string,
	{ since, random, ids }: { since: Date; random: Random; ids: SeededIds },
): { officers: NationOfficer[]; rows: OfficerRows } {
	const rows: OfficerRows = { officers: [], roles: [] }
	const appoint = (role: Role, facilityId: string | null): NationOfficer => {
		const officerId = ids.id(since)
		const subject = `officer-${rows.officers.length + 1}`
		const names = somePool(random)
		const name = `${random.pick(names.given)} ${random.pick(names.family)}`
		rows.officers.push({ id: officerId, ref: ids.ref(), name, issuer, subject, active: true })
		rows.roles.push({ officerId, facilityId, role })
		return { officerId, issuer, subject, role, facilityId }
	}
	const officers = [
		...facilities.flatMap(({ id }) => inEachFacility.map((role) => appoint(role, id))),
		...everywhere.map((role) => appoint(role, null)),
	]
	return { officers, rows }
}

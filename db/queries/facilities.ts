import { asc, inArray } from 'drizzle-orm'
import type { RoleGrant } from '#app/domain/access/roles.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { facility } from '#db/schema/index.ts'

export interface FacilityName {
	id: string
	slug: string
	name: string
}

/** The facilities that roles count in, by name; all of them where a role holds everywhere. */
export async function selectFacilitiesOf(db: DbOrTx, grants: readonly RoleGrant[]): Promise<FacilityName[]> {
	if (grants.length === 0) return []
	const named = grants.map((grant) => grant.facilityId).filter((id) => id !== null)
	return db
		.select({ id: facility.id, slug: facility.slug, name: facility.name })
		.from(facility)
		.where(named.length < grants.length ? undefined : inArray(facility.id, named))
		.orderBy(asc(facility.name), asc(facility.id))
}

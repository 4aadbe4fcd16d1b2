import { and, eq } from 'drizzle-orm'
import type { RoleGrant } from '#app/domain/access/roles.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { officer, officerRole } from '#db/schema/index.ts'

/** The roles of an officer as they are now; none for one who works here no more. */
export async function selectActiveGrants(db: DbOrTx, officerId: string): Promise<RoleGrant[]> {
	return db
		.select({ role: officerRole.role, facilityId: officerRole.facilityId })
		.from(officerRole)
		.innerJoin(officer, eq(officer.id, officerRole.officerId))
		.where(and(eq(officer.id, officerId), eq(officer.active, true)))
}

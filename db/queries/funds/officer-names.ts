import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { officer } from '#db/schema/index.ts'
import { ids } from '../statement.ts'

/** The names of officers by their ids; null stands for nobody and is left out. */
export async function selectOfficerNames(
	db: DbOrTx,
	officerIds: readonly (string | null)[],
): Promise<Map<string, string>> {
	const asked = officerIds.filter((id) => id !== null)
	if (asked.length === 0) return new Map()
	const rows = await db
		.select({ id: officer.id, name: officer.name })
		.from(officer)
		.where(sql`${officer.id} = any(${ids(asked)})`)
	return new Map(rows.map(({ id, name }) => [id, name]))
}

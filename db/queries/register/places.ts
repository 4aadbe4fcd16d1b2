import { eq } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { facility, unit } from '#db/schema/index.ts'

/** Every facility with its units, by its short name. */
export async function selectPlaces(db: DbOrTx): Promise<Map<string, { id: string; units: Set<string> }>> {
	const rows = await db
		.select({ slug: facility.slug, id: facility.id, unit: unit.code })
		.from(facility)
		.leftJoin(unit, eq(unit.facilityId, facility.id))
	const places = new Map<string, { id: string; units: Set<string> }>()
	for (const row of rows) {
		const place = places.get(row.slug.toLowerCase()) ?? { id: row.id, units: new Set<string>() }
		if (row.unit !== null) place.units.add(row.unit)
		places.set(row.slug.toLowerCase(), place)
	}
	return places
}

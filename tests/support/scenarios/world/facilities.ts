import { newId } from '#db/ids.ts'
import { facilityPolicy } from '#db/schema/index.ts'
import { addFacility } from '#db/worlds/rows.ts'
import type { GivenFacilities } from '../parse/given-facilities.ts'
import type { World } from './world.ts'

/** In force from long before any scenario's clock. */
const always = new Date('2000-01-01T00:00:00Z')

export async function putFacilities(world: World, given: GivenFacilities): Promise<void> {
	for (const [label, { policy, units }] of Object.entries(given)) {
		const id = await addFacility(world.owner, {
			slug: `facility-${label}`,
			name: label,
			units: units.map((code) => ({ code, name: code })),
		})
		world.labels.put('facility', label, id)
		await world.owner
			.insert(facilityPolicy)
			.values({ id: newId(world.now), facilityId: id, validFrom: always, parameters: { ...policy } })
	}
}

import { addPermit } from '#db/worlds/rows.ts'
import type { GivenPermits } from '../parse/given-permits.ts'
import type { World } from './world.ts'

export async function putPermits(world: World, given: GivenPermits): Promise<void> {
	for (const { as, visitor, prisoner, ...row } of given) {
		const id = await addPermit(world.owner, {
			...row,
			visitorId: world.labels.idOf(visitor),
			prisonerId: world.labels.idOf(prisoner),
		})
		if (as !== undefined) world.labels.put('permit', as, id)
	}
}

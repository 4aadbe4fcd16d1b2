import { eq } from 'drizzle-orm'
import type { Ctx } from '#app/services/context.ts'
import { booking } from '#db/schema/index.ts'
import { toRef } from '../parse/fields.ts'
import { ctxOf } from '../world/actor.ts'
import type { World } from '../world/world.ts'

/** The context of whoever made a booking: the visitor, or the officer who did it for them. */
export async function ctxOfHolder(world: World, id: string): Promise<Ctx> {
	const [row] = await world.owner.select().from(booking).where(eq(booking.id, id))
	if (row?.bookerId) return ctxOf(world, toRef('visitor', world.labels.labelOf('visitor', row.bookerId)))
	if (row?.bookedBy) return ctxOf(world, toRef('officer', world.labels.labelOf('officer', row.bookedBy)))
	throw new Error('nobody made that booking')
}

import { eq } from 'drizzle-orm'
import type { Ctx } from '#app/services/context.ts'
import { booking } from '#db/schema/index.ts'
import { ctxOf } from '../fixture/actor.ts'
import type { Fixture } from '../fixture/fixture.ts'
import { toRef } from '../parse/fields.ts'

/** The context of whoever made a booking: the visitor, or the officer who did it for them. */
export async function ctxOfHolder(fixture: Fixture, id: string): Promise<Ctx> {
	const [row] = await fixture.owner.select().from(booking).where(eq(booking.id, id))
	if (row?.bookerId) return ctxOf(fixture, toRef('visitor', fixture.labels.labelOf('visitor', row.bookerId)))
	if (row?.bookedBy) return ctxOf(fixture, toRef('officer', fixture.labels.labelOf('officer', row.bookedBy)))
	throw new Error('nobody made that booking')
}

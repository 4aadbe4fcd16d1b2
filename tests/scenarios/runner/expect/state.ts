import { eq } from 'drizzle-orm'
import { application, booking, decision, hearing, topUp } from '#db/schema/index.ts'
import type { Fixture } from '../fixture/fixture.ts'
import type { Touched } from '../run/outcome.ts'
import { difference } from './compare.ts'
import type { Seen } from './seen.ts'

/** The state, as the database has it now, of what the step made or touched. */
export async function state({ fixture, outcome }: Seen, wanted: string): Promise<string | null> {
	const touched = outcome.kind === 'done' ? outcome.touched : null
	const came = touched && (await stateOf(fixture, touched))
	return came
		? difference('state', wanted, came)
		: `state: expected ${wanted}, but the step touched nothing that has one`
}

async function stateOf({ owner }: Fixture, { kind, id }: Touched): Promise<string | undefined> {
	if (kind === 'booking') {
		const [row] = await owner.select({ state: booking.state }).from(booking).where(eq(booking.id, id))
		return row?.state
	}
	if (kind === 'application') {
		const [row] = await owner.select({ state: application.state }).from(application).where(eq(application.id, id))
		return row?.state
	}
	if (kind === 'decision') {
		const [row] = await owner.select({ state: decision.state }).from(decision).where(eq(decision.id, id))
		return row?.state
	}
	if (kind === 'hearing') {
		const [row] = await owner.select({ state: hearing.state }).from(hearing).where(eq(hearing.id, id))
		return row?.state
	}
	if (kind === 'topUp') {
		const [row] = await owner.select({ state: topUp.state }).from(topUp).where(eq(topUp.id, id))
		return row?.state
	}
	return undefined
}

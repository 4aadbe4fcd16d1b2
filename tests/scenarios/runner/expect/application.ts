import { eq } from 'drizzle-orm'
import { decision } from '#db/schema/index.ts'
import type { Seen } from './seen.ts'

/** The application that a step made or touched, itself or by its decision; null when it touched none. */
export async function applicationTouched({ fixture, outcome }: Seen): Promise<string | null> {
	const touched = outcome.kind === 'done' ? outcome.touched : null
	if (touched?.kind === 'application') return touched.id
	if (touched?.kind !== 'decision') return null
	const [row] = await fixture.owner
		.select({ id: decision.applicationId })
		.from(decision)
		.where(eq(decision.id, touched.id))
	return row?.id ?? null
}

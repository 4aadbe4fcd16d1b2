import { eq } from 'drizzle-orm'
import { decision, decisionParty, hearing } from '#db/schema/index.ts'
import { difference } from './compare.ts'
import type { Seen } from './seen.ts'

/** The last day to answer a hearing, or to appeal a decision: the party's own, where the step was one party's. */
export async function deadline({ fixture, outcome }: Seen, wanted: string): Promise<string | null> {
	const { owner } = fixture
	const touched = outcome.kind === 'done' ? outcome.touched : null
	if (touched?.kind === 'hearing') {
		const [row] = await owner.select().from(hearing).where(eq(hearing.id, touched.id))
		return difference('deadline', wanted, row?.answerUntil ?? 'none')
	}
	if (touched?.kind !== 'decision') return `deadline: expected ${wanted}, but the step touched nothing that has one`
	if (touched.partyId !== undefined) {
		const [row] = await owner.select().from(decisionParty).where(eq(decisionParty.id, touched.partyId))
		return difference('deadline', wanted, row?.appealUntil ?? 'none')
	}
	const [row] = await owner.select().from(decision).where(eq(decision.id, touched.id))
	return difference('deadline', wanted, row?.appealUntil ?? 'none')
}

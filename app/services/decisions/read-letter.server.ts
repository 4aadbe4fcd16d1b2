import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import { type PartyRow, selectLatestSent, selectPartyOf } from '#db/queries/decisions/parties.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { openLetter } from './open-letter.server.ts'

/** A letter as its reader sees it: just as it was sent. */
export interface ReadLetter {
	letter: PartyRow['letter']
	language: PartyRow['language']
	sentAt: Date
	/** The reader's last day to appeal. */
	appealUntil: LocalDate | null
}

/** The visitor's own latest letter about an application, opened by being read; null when they have none. */
export async function readLetterOf(ctx: Ctx, applicationId: string): Promise<ReadLetter | null> {
	const { visitorId } = requireVisitor(ctx)
	const decision = await selectLatestSent(ctx.db, applicationId, { visitorId })
	const party = decision && (await selectPartyOf(ctx.db, decision.id, { visitorId }))
	if (!decision || !party) return null
	if (party.openedAt === null) await openLetter(ctx, { decision: { id: decision.id } })
	return { letter: party.letter, language: party.language, sentAt: party.availableAt, appealUntil: party.appealUntil }
}

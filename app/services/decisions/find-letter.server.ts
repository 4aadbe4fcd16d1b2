import type { DbOrTx } from '#db/client.server.ts'
import { selectCase } from '#db/queries/applications/read.ts'
import { type DecisionRow, lockDecision, selectDecision } from '#db/queries/decisions/decisions.ts'
import { type PartyRow, type Reader, selectLatestSent, selectPartyOf } from '#db/queries/decisions/parties.ts'
import type { Key } from '#db/queries/key.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { lockDecided } from './lock-decided.server.ts'

export interface LetterKey {
	/** The decision, or the application whose latest letter it is. */
	decision: Key | { application: Key }
	/** An officer records the prisoner's word; left out, the visitor acts for themselves. */
	forPrisoner?: boolean
}

/**
 * A party's own letter, with its decision locked. For who is no party, and while it is not sent, there is none.
 *
 * @throws ServiceError `not-found`, `not-allowed` (the prisoner's, by who may not)
 */
export async function lockLetter(
	tx: DbOrTx,
	ctx: Ctx,
	{ decision: key, forPrisoner = false }: LetterKey,
): Promise<{ decision: DecisionRow; party: PartyRow }> {
	const reader: Reader = forPrisoner ? 'prisoner' : { visitorId: requireVisitor(ctx).visitorId }
	const found = forPrisoner ? await ofPrisoner(tx, ctx, key) : await ofVisitor(tx, key, reader)
	const decision = found && (await lockDecision(tx, found.id))
	const party = decision && (await selectPartyOf(tx, decision.id, reader))
	if (!decision || !party) throw new ServiceError('not-found', 'There is no such letter')
	return { decision, party }
}

async function ofVisitor(tx: DbOrTx, key: LetterKey['decision'], reader: Reader): Promise<DecisionRow | null> {
	if (!('application' in key)) return selectDecision(tx, key)
	const found = await selectCase(tx, key.application)
	return found && selectLatestSent(tx, found.application.id, reader)
}

async function ofPrisoner(tx: DbOrTx, ctx: Ctx, key: LetterKey['decision']): Promise<DecisionRow | null> {
	const { decision, subject } = await lockDecided(tx, ctx, key, 'screen-applications')
	if (!('application' in key) || !subject.application) return decision
	return selectLatestSent(tx, subject.application.application.id, 'prisoner')
}

import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { insertCredit, selectFirstCredit, updateCredit } from '#db/queries/funds/credits.ts'
import type { TopUpRow } from '#db/queries/funds/top-ups.ts'

/**
 * What is left of a paid top-up has grown or shrunk by so many øre: the phone system is to follow. What it was told of already
 * is put right by a credit of its own; what it has not answered yet is remembered, and put right if it is accepted after all.
 */
export async function followInPhone(tx: DbOrTx, topUp: TopUpRow, byOre: number, now: Date): Promise<void> {
	const first = await selectFirstCredit(tx, topUp.id)
	if (!first || byOre === 0 || first.state === 'refused') return
	if (first.state === 'accepted') return notifyPhoneSystem(tx, topUp, byOre, now)
	const recalledOre = first.recalledOre - byOre
	// Never told of, and nothing left to tell: it need not be told at all. What an officer ended stays so while less is left.
	const isOver = first.state === 'withdrawn' ? byOre < 0 : recalledOre === topUp.ore && first.tries === 0
	const again = first.state === 'withdrawn' && !isOver ? { tryAt: now } : {}
	await updateCredit(tx, first.id, { recalledOre, state: isOver ? 'withdrawn' : 'due', ...again })
}

/** One more credit, apart from the payment's first. */
export async function notifyPhoneSystem(tx: DbOrTx, topUp: TopUpRow, ore: number, now: Date): Promise<void> {
	const { id: topUpId, prisonerId } = topUp
	await insertCredit(tx, {
		id: newId(now),
		topUpId,
		prisonerId,
		ore,
		first: false,
		state: 'due',
		createdAt: now,
		tryAt: now,
	})
}

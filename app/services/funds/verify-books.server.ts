import type { DbOrTx } from '#db/client.server.ts'
import { noteDifference } from '#db/queries/funds/differences.ts'
import { type LedgerFault, selectLedgerFaults } from '#db/queries/funds/ledger.ts'

/** Everything in the books that does not agree with itself, the balances and the payments; nothing when all does. */
export async function verifyBooks(db: DbOrTx): Promise<LedgerFault[]> {
	return selectLedgerFaults(db)
}

/** The same, each fault noted as a difference of its day. Answers how many are new. */
export async function noteFaults(tx: DbOrTx, day: string, now: Date): Promise<number> {
	const faults = await verifyBooks(tx)
	let found = 0
	for (const { kind, subject: name, prisonerId, keptOre, addedOre } of faults) {
		const subject = `${name} ${day}`
		if (await noteDifference(tx, { kind, subject, prisonerId, stripeOre: addedOre, ledgerOre: keptOre }, now)) found++
	}
	return found
}

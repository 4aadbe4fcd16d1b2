import type { DbOrTx } from '#db/client.server.ts'
import { recordDiscrepancy } from '#db/queries/funds/discrepancies.ts'
import { type LedgerFault, selectLedgerFaults } from '#db/queries/funds/ledger.ts'

/** Everything in the books that does not agree with itself, the balances and the payments; nothing when all does. */
export async function verifyLedger(db: DbOrTx): Promise<LedgerFault[]> {
	return selectLedgerFaults(db)
}

/** The same, each fault noted as a difference of its day. Returns how many are new. */
export async function noteFaults(tx: DbOrTx, day: string, now: Date): Promise<number> {
	const faults = await verifyLedger(tx)
	let found = 0
	for (const { kind, subject: name, prisonerId, keptOre, addedOre } of faults) {
		const subject = `${name} ${day}`
		if (await recordDiscrepancy(tx, { kind, subject, prisonerId, stripeOre: addedOre, ledgerOre: keptOre }, now))
			found++
	}
	return found
}

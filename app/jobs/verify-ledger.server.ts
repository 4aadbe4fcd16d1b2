import { verifyLedger } from '#app/services/funds/reconciliation/verify-ledger.server.ts'
import type { Db } from '#db/client.server.ts'

/** Every account, payment and transaction of the books that does not agree, a line each; none when all do. */
export async function formatLedgerReport(db: Db): Promise<string[]> {
	const faults = await verifyLedger(db)
	return faults.map(({ kind, subject, keptOre, addedOre }) =>
		kind === 'sum-differs'
			? `transaction ${subject} sums to ${addedOre} øre`
			: `${subject} stands at ${keptOre} øre, and its entries add up to ${addedOre}`,
	)
}

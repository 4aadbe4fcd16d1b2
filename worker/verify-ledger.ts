import { commandConfig } from '#app/config.server.ts'
import { formatLedgerReport } from '#app/jobs/verify-ledger.server.ts'
import { connect, disconnect } from '#db/client.server.ts'

// Adds up all the books anew: prints what does not agree, and ends with 1 when anything does not.
const db = connect(commandConfig().databaseUrl, { max: 1, name: 'samvaer-verify-ledger' })
try {
	const faults = await formatLedgerReport(db)
	for (const fault of faults) console.error(fault)
	console.log(faults.length === 0 ? 'The books agree' : `${faults.length} in the books do not agree`)
	process.exitCode = faults.length === 0 ? 0 : 1
} finally {
	await disconnect(db)
}

import type { DbOrTx } from '#db/client.server.ts'
import type { Ctx } from './context.ts'

/**
 * An audited read of people's records. What is read and the audit row that tells of it are one transaction, on one state of the
 * database: nobody is shown what no row tells of.
 */
export function auditedRead<T>(ctx: Ctx, read: (tx: DbOrTx) => Promise<T>): Promise<T> {
	return ctx.db.transaction(read, { isolationLevel: 'repeatable read' })
}

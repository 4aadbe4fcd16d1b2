import { localDate } from '#app/domain/calendar/oslo.ts'
import type { Db } from '#db/client.server.ts'
import { insertAudit } from '#db/queries/audit.ts'
import { lapseEntries } from '#db/queries/waiting-list/write.ts'
import { auditEntry } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'

const batch = 200

/** Lapses the waiting-list entries whose last day is over. Returns how many. */
export async function lapseDueEntries(db: Db, now: Date): Promise<number> {
	const ctx: Ctx = { db, now, actor: { kind: 'system' }, requestId: null }
	return transaction(db, async (tx) => {
		const lapsed = await lapseEntries(tx, localDate(now), batch)
		await insertAudit(
			tx,
			lapsed.map(({ id }) =>
				auditEntry(ctx, { action: 'waiting-list-entry.lapse', subjectKind: 'waiting-list-entry', subjectId: id }),
			),
		)
		return lapsed.length
	})
}

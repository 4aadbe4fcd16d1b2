import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ApplicationState, CheckKind, CheckOutcome } from '#app/domain/applications/application.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { application, applicationCheck, permit } from '#db/schema/index.ts'

export type ApplicationRow = typeof application.$inferSelect
export type NewApplication = typeof application.$inferInsert

/**
 * Writes an application as it was typed. The same form sent twice writes one: the first one's row is answered, and `made` is
 * false.
 */
export async function insertApplication(
	tx: DbOrTx,
	row: NewApplication,
): Promise<{ row: ApplicationRow; created: boolean }> {
	const [created] = await tx
		.insert(application)
		.values(row)
		.onConflictDoNothing({ target: application.idempotencyKey })
		.returning()
	if (created) return { row: created, created: true }
	const [before] = await tx
		.select()
		.from(application)
		.where(eq(application.idempotencyKey, row.idempotencyKey ?? ''))
		.limit(1)
	if (!before) throw new Error('The application was not written')
	return { row: before, created: false }
}

/** Changes an application that nobody changed since it was read and that is still in one of the states; null otherwise. */
export async function updateApplication(
	tx: DbOrTx,
	read: Pick<ApplicationRow, 'id' | 'version'>,
	from: readonly ApplicationState[],
	change: Partial<NewApplication>,
): Promise<ApplicationRow | null> {
	const [row] = await tx
		.update(application)
		.set({ ...change, version: sql`${application.version} + 1` })
		.where(
			and(eq(application.id, read.id), eq(application.version, read.version), inArray(application.state, [...from])),
		)
		.returning()
	return row ?? null
}

export async function upsertCheck(
	tx: DbOrTx,
	row: { applicationId: string; kind: CheckKind; outcome: CheckOutcome; setBy: string; setAt: Date },
): Promise<void> {
	const { outcome, setBy, setAt } = row
	await tx
		.insert(applicationCheck)
		.values(row)
		.onConflictDoUpdate({
			target: [applicationCheck.applicationId, applicationCheck.kind],
			set: { outcome, setBy, setAt },
		})
}

/** Makes checks of an application open again. */
export async function reopenChecks(tx: DbOrTx, applicationId: string, kinds: readonly CheckKind[]): Promise<void> {
	await tx
		.update(applicationCheck)
		.set({ outcome: 'open', setBy: null, setAt: null })
		.where(and(eq(applicationCheck.applicationId, applicationId), inArray(applicationCheck.kind, [...kinds])))
}

/** Gives the pair this permit: the one they have that has not ended is renewed, else a new one is made. */
export async function grantPermit(tx: DbOrTx, row: typeof permit.$inferInsert): Promise<typeof permit.$inferSelect> {
	const { id: _id, ref: _ref, visitorId, prisonerId, ...granted } = row
	const [renewed] = await tx
		.update(permit)
		.set(granted)
		.where(and(eq(permit.visitorId, visitorId), eq(permit.prisonerId, prisonerId), sql`${permit.state} <> 'ended'`))
		.returning()
	if (renewed) return renewed
	const [created] = await tx.insert(permit).values(row).returning()
	if (!created) throw new Error('The permit was not written')
	return created
}

import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { type RegisterColumn, registerColumns } from '#app/domain/register/columns.ts'
import type { LineProblem } from '#app/domain/register/problems.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { registerImport, registerImportPart, registerImportProblem } from '#db/schema/index.ts'
import { at } from '../statement.ts'

export type ImportRow = typeof registerImport.$inferSelect

/** Begins to take a file in. null where the sender's own key for it is taken. */
export async function insertImport(db: DbOrTx, row: typeof registerImport.$inferInsert): Promise<ImportRow | null> {
	const [created] = await db.insert(registerImport).values(row).onConflictDoNothing().returning()
	return created ?? null
}

export async function insertPart(db: DbOrTx, importId: string, firstByte: number, content: Buffer): Promise<void> {
	await db.insert(registerImportPart).values({ importId, firstByte, content })
}

/** The piece of a file that holds a byte; null at its end. */
export async function selectPart(
	db: DbOrTx,
	importId: string,
	byte: number,
): Promise<{ firstByte: number; content: Buffer } | null> {
	const [row] = await db
		.select({ firstByte: registerImportPart.firstByte, content: registerImportPart.content })
		.from(registerImportPart)
		.where(
			and(
				eq(registerImportPart.importId, importId),
				gt(sql`${registerImportPart.firstByte} + octet_length(${registerImportPart.content})`, byte),
			),
		)
		.orderBy(asc(registerImportPart.firstByte))
		.limit(1)
	return row ?? null
}

export async function updateImport(
	db: DbOrTx,
	id: string,
	change: Partial<typeof registerImport.$inferInsert>,
): Promise<void> {
	await db.update(registerImport).set(change).where(eq(registerImport.id, id))
}

export async function deleteImport(db: DbOrTx, id: string): Promise<void> {
	await db.delete(registerImport).where(eq(registerImport.id, id))
}

export async function deleteParts(tx: DbOrTx, importId: string): Promise<void> {
	await tx.delete(registerImportPart).where(eq(registerImportPart.importId, importId))
}

/** One import of a facility, by its reference or by its sender's own key for it. */
export async function selectImport(
	db: DbOrTx,
	facilityId: string,
	by: { ref: string } | { keyId: string; idempotencyKey: string } | { officerId: string; idempotencyKey: string },
): Promise<ImportRow | null> {
	const sender =
		'ref' in by
			? []
			: 'keyId' in by
				? [eq(registerImport.keyId, by.keyId)]
				: [eq(registerImport.officerId, by.officerId)]
	const which =
		'ref' in by ? eq(registerImport.ref, by.ref) : and(...sender, eq(registerImport.idempotencyKey, by.idempotencyKey))
	const [row] = await db
		.select()
		.from(registerImport)
		.where(and(eq(registerImport.facilityId, facilityId), which))
		.limit(1)
	return row ?? null
}

/** The latest imports of a facility, the newest first. */
export async function selectLatestImports(db: DbOrTx, facilityId: string): Promise<ImportRow[]> {
	return db
		.select()
		.from(registerImport)
		.where(and(eq(registerImport.facilityId, facilityId), sql`${registerImport.state} <> 'receiving'`))
		.orderBy(desc(registerImport.receivedAt), desc(registerImport.id))
		.limit(20)
}

const isColumn = (name: string): name is RegisterColumn => registerColumns.some((column) => column === name)

/** The lines of an import that were left out, in order, after a line. */
export async function selectProblems(
	db: DbOrTx,
	importId: string,
	{ after, limit }: { after: number; limit: number },
): Promise<LineProblem[]> {
	const rows = await db
		.select()
		.from(registerImportProblem)
		.where(and(eq(registerImportProblem.importId, importId), gt(registerImportProblem.line, after)))
		.orderBy(asc(registerImportProblem.line), asc(registerImportProblem.columnName))
		.limit(limit)
	return rows.map(({ line, columnName, reason }) => ({ line, column: isColumn(columnName) ? columnName : '', reason }))
}

export async function insertProblems(tx: DbOrTx, importId: string, problems: readonly LineProblem[]): Promise<void> {
	if (problems.length === 0) return
	await tx
		.insert(registerImportProblem)
		.values(problems.map(({ line, column, reason }) => ({ importId, line, columnName: column, reason })))
		.onConflictDoNothing()
}

/** Takes the next file that waits, the oldest first, for this worker alone until an instant. */
export async function leaseImport(db: DbOrTx, now: Date, until: Date): Promise<ImportRow | null> {
	const [leased] = await db
		.update(registerImport)
		.set({ leaseUntil: until })
		.where(
			sql`${registerImport.id} = (
				select id from register_import
				where state = 'waiting' and (lease_until is null or lease_until <= ${at(now)})
				order by received_at, id limit 1 for no key update skip locked)`,
		)
		.returning()
	if (!leased) return null
	return leased
}

/** Writes how far an import has come, unless another worker has brought it further. False then. */
export async function advanceImport(
	tx: DbOrTx,
	{ id, nextByte }: Pick<ImportRow, 'id' | 'nextByte'>,
	change: Partial<typeof registerImport.$inferInsert>,
): Promise<boolean> {
	const rows = await tx
		.update(registerImport)
		.set({ ...change, leaseUntil: null })
		.where(and(eq(registerImport.id, id), eq(registerImport.nextByte, nextByte), eq(registerImport.state, 'waiting')))
		.returning({ id: registerImport.id })
	return rows.length > 0
}

/** Removes files that were never sent to their end, and reports that nobody needs any more. */
export async function deleteOldImports(db: DbOrTx, brokenOff: Date, ended: Date): Promise<void> {
	await db.execute(sql`
		delete from register_import
		where (state = 'receiving' and received_at <= ${at(brokenOff)}) or ended_at <= ${at(ended)}`)
}

import { createHash } from 'node:crypto'
import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { newcomer } from '#db/schema/index.ts'

/** A form sent twice in a row is one introduction; after that the token is spent. */
const secondPressMs = 10_000

function hashOf(token: string): Buffer {
	return createHash('sha256').update(token).digest()
}

function waiting(token: string, at: Date) {
	const unused = or(isNull(newcomer.usedAt), gt(newcomer.usedAt, new Date(at.getTime() - secondPressMs)))
	return and(eq(newcomer.tokenHash, hashOf(token)), gt(newcomer.expiresAt, at), unused)
}

export async function insertNewcomer(db: DbOrTx, token: string, sealed: string, expiresAt: Date): Promise<void> {
	await db.insert(newcomer).values({ tokenHash: hashOf(token), sealed, expiresAt })
}

/** What was sealed for a token that is not spent; null for any other. */
export async function selectNewcomer(db: DbOrTx, token: string, at: Date): Promise<string | null> {
	const [row] = await db.select({ sealed: newcomer.sealed }).from(newcomer).where(waiting(token, at))
	return row?.sealed ?? null
}

/** Spends a token. */
export async function spendNewcomer(db: DbOrTx, token: string, at: Date): Promise<void> {
	await db
		.update(newcomer)
		.set({ usedAt: at })
		.where(and(eq(newcomer.tokenHash, hashOf(token)), isNull(newcomer.usedAt)))
}

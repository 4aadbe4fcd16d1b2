import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { type AccountKind, signIn } from '#db/schema/index.ts'
import { at } from '../statement.ts'

/**
 * What a sign-in under way is found by: the state that comes back with the issuer's answer, together with the secret of the
 * browser that set out, so that an answer is of no use in another browser.
 */
export interface SignInKey {
	state: string
	browser: string
}

export interface SignInUnderWay {
	nonce: string
	codeVerifier: string
	returnTo: string
	maxAge: number | null
}

function hashOf(key: SignInKey): Buffer {
	return createHash('sha256').update(`${key.browser}.${key.state}`).digest()
}

export async function insertSignIn(
	db: DbOrTx,
	kind: AccountKind,
	key: SignInKey,
	signInUnderWay: SignInUnderWay,
	expiresAt: Date,
): Promise<void> {
	await db.insert(signIn).values({ ...signInUnderWay, kind, stateHash: hashOf(key), expiresAt })
}

/** Takes it out, so that it serves once; null when there is none, or it has waited too long. */
export async function takeSignIn(
	db: DbOrTx,
	kind: AccountKind,
	key: SignInKey,
	at: Date,
): Promise<SignInUnderWay | null> {
	const rows = await db
		.delete(signIn)
		.where(and(eq(signIn.stateHash, hashOf(key)), eq(signIn.kind, kind)))
		.returning()
	const row = rows[0]
	if (!row || row.expiresAt <= at) return null
	return { nonce: row.nonce, codeVerifier: row.codeVerifier, returnTo: row.returnTo, maxAge: row.maxAge }
}

/** Deletes up to `limit` sign-ins that ran out; returns how many. */
export async function deleteExpiredSignIns(db: DbOrTx, now: Date, limit: number): Promise<number> {
	const deleted = await db.execute(sql`
			with due as materialized (select state_hash from sign_in where expires_at <= ${at(now)} limit ${limit} for update skip locked)
			delete from sign_in where state_hash in (select state_hash from due) returning 1`)
	return deleted.length
}

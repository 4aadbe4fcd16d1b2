import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { purgeExpired } from '#app/jobs/purge-expired.server.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import { newcomer, signIn, webSession } from '#db/schema/index.ts'
import { makeReader } from '#tests/integration/messages/fixture.ts'
import { openDatabase } from '#tests/support/database.ts'

const now = new Date('2026-11-23T09:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

const { db } = await openDatabase()

it('deletes the sign-ins and browser sessions that have run out, and no others', async () => {
	const visitorId = await makeReader(db)
	const session = (expiresAt: Date) => ({
		tokenHash: randomBytes(32),
		kind: 'family' as const,
		visitorId,
		issuer: 'https://issuer.example',
		subject: 's',
		idToken: 't',
		authenticatedAt: now,
		createdAt: now,
		seenAt: now,
		expiresAt,
	})
	const attempt = (expiresAt: Date) => ({
		stateHash: randomBytes(32),
		kind: 'family' as const,
		nonce: 'n',
		codeVerifier: 'v',
		returnTo: '/',
		expiresAt,
	})
	const old = Array.from({ length: 1_100 }, (_, index) => minutes(-index))
	await db.insert(webSession).values([...old.map(session), session(minutes(1))])
	await db.insert(signIn).values([...old.map(attempt), attempt(minutes(1))])
	const waiting = (expiresAt: Date) => ({ tokenHash: randomBytes(32), sealed: 's', expiresAt })
	await db.insert(newcomer).values([...old.map(waiting), waiting(minutes(1))])
	expect(await runDue(db, now, { work: [purgeExpired] })).toEqual({ done: 3_300 })
	expect((await db.select().from(newcomer)).map(({ expiresAt }) => expiresAt)).toEqual([minutes(1)])
	expect((await db.select().from(webSession)).map(({ expiresAt }) => expiresAt)).toEqual([minutes(1)])
	expect((await db.select().from(signIn)).map(({ expiresAt }) => expiresAt)).toEqual([minutes(1)])
})

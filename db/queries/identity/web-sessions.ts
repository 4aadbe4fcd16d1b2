import { createHash, randomBytes } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '#app/domain/access/roles.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type AccountKind, webSession } from '#db/schema/index.ts'
import { instant, uuid } from '../shapes.ts'
import { at, documentStatement } from '../statement.ts'

/**
 * How long a sign-in lasts, in minutes: without any use, and at most. These are the machine's own minutes, never the
 * application's clock: in the demo that may jump by days while people stay signed in.
 */
export const sessionMinutes: Readonly<Record<AccountKind, { idle: number; atMost: number }>> = {
	family: { idle: 30, atMost: 2 * 60 },
	staff: { idle: 15, atMost: 8 * 60 },
}

const minute = 60_000

/** 256 random bits for the cookie. */
export function newSessionToken(): string {
	return randomBytes(32).toString('base64url')
}

/** What is stored of a token, so that whoever reads the table cannot sign in with it. */
function hashOf(token: string): Buffer {
	return createHash('sha256').update(token).digest()
}

export type NewWebSession = Omit<typeof webSession.$inferInsert, 'tokenHash' | 'createdAt' | 'seenAt' | 'expiresAt'>

export async function insertWebSession(db: DbOrTx, token: string, session: NewWebSession, at: Date): Promise<void> {
	const expiresAt = new Date(at.getTime() + sessionMinutes[session.kind].atMost * minute)
	await db.insert(webSession).values({ ...session, tokenHash: hashOf(token), createdAt: at, seenAt: at, expiresAt })
}

const live = { authenticatedAt: instant, seenAt: instant }

const familySessionShape = z.strictObject({ ...live, visitorId: uuid, givenName: z.string(), familyName: z.string() })
export type LiveFamilySession = z.output<typeof familySessionShape>

const staffSessionShape = z.strictObject({
	...live,
	officerId: uuid,
	name: z.string(),
	/** The facility chosen last; null when none is. */
	facilityId: uuid.nullable(),
	grants: z.array(z.strictObject({ role: z.enum(roles), facilityId: uuid.nullable() })),
})
export type LiveStaffSession = z.output<typeof staffSessionShape>

type TokenValues = { hash: Buffer; now: string; unusedSince: string }

/** What a live session of a token is found by: it is neither too old nor unused for too long. */
function liveBy(kind: AccountKind, token: string, at: Date): TokenValues {
	const unusedSince = new Date(at.getTime() - sessionMinutes[kind].idle * minute)
	return { hash: hashOf(token), now: at.toISOString(), unusedSince: unusedSince.toISOString() }
}

const familySession = documentStatement<TokenValues, LiveFamilySession | null>(
	'family_session',
	familySessionShape.nullable(),
	(value) => sql`(select json_build_object(
			'authenticatedAt', s.authenticated_at, 'seenAt', s.seen_at,
			'visitorId', v.id, 'givenName', v.given_name, 'familyName', v.family_name)
		from web_session s join visitor v on v.id = s.visitor_id
		where s.token_hash = ${value('hash')} and s.kind = 'family' and s.expires_at > ${value('now')}::timestamptz
			and s.seen_at > ${value('unusedSince')}::timestamptz)`,
)

export function findFamilySession(db: DbOrTx, token: string, at: Date): Promise<LiveFamilySession | null> {
	return familySession(db, liveBy('family', token, at))
}

const staffSession = documentStatement<TokenValues, LiveStaffSession | null>(
	'staff_session',
	staffSessionShape.nullable(),
	(value) => sql`(select json_build_object(
			'authenticatedAt', s.authenticated_at, 'seenAt', s.seen_at,
			'officerId', o.id, 'name', o.name, 'facilityId', s.facility_id,
			'grants', (select coalesce(json_agg(json_build_object('role', r.role, 'facilityId', r.facility_id)
				order by r.facility_id, r.role), '[]') from officer_role r where r.officer_id = o.id))
		from web_session s join officer o on o.id = s.officer_id and o.active
		where s.token_hash = ${value('hash')} and s.kind = 'staff' and s.expires_at > ${value('now')}::timestamptz
			and s.seen_at > ${value('unusedSince')}::timestamptz)`,
)

/** An officer who is no longer active has no session, whatever the cookie says. */
export function findStaffSession(db: DbOrTx, token: string, at: Date): Promise<LiveStaffSession | null> {
	return staffSession(db, liveBy('staff', token, at))
}

/** Notes that the session was used, at most once a minute. */
export async function touchWebSession(db: DbOrTx, token: string, at: Date): Promise<void> {
	await db
		.update(webSession)
		.set({ seenAt: at })
		.where(and(eq(webSession.tokenHash, hashOf(token)), lt(webSession.seenAt, new Date(at.getTime() - minute))))
}

/** Where an officer worked last in this browser, also when that session has run out. */
export async function selectSessionFacility(db: DbOrTx, token: string, officerId: string): Promise<string | null> {
	const rows = await db
		.select({ facilityId: webSession.facilityId })
		.from(webSession)
		.where(and(eq(webSession.tokenHash, hashOf(token)), eq(webSession.officerId, officerId)))
	return rows[0]?.facilityId ?? null
}

export async function setSessionFacility(db: DbOrTx, token: string, facilityId: string): Promise<boolean> {
	const changed = await db
		.update(webSession)
		.set({ facilityId })
		.where(
			and(eq(webSession.tokenHash, hashOf(token)), sql`${webSession.facilityId} is distinct from ${facilityId}::uuid`),
		)
		.returning({ kind: webSession.kind })
	return changed.length > 0
}

export type EndedSession = Pick<
	typeof webSession.$inferSelect,
	'kind' | 'visitorId' | 'officerId' | 'facilityId' | 'issuer' | 'idToken'
>

const ended = {
	kind: webSession.kind,
	visitorId: webSession.visitorId,
	officerId: webSession.officerId,
	facilityId: webSession.facilityId,
	issuer: webSession.issuer,
	idToken: webSession.idToken,
}

/** Ends one session, and says whose it was. */
export async function deleteWebSession(db: DbOrTx, kind: AccountKind, token: string): Promise<EndedSession | null> {
	const rows = await db
		.delete(webSession)
		.where(and(eq(webSession.tokenHash, hashOf(token)), eq(webSession.kind, kind)))
		.returning(ended)
	return rows[0] ?? null
}

/** Ends what the issuer names: one of its sessions, or all of a person's where it names none. */
export async function deleteIssuerSessions(
	db: DbOrTx,
	issuer: string,
	who: { subject: string | null; issuerSession: string | null },
): Promise<EndedSession[]> {
	const of = [
		...(who.issuerSession === null ? [] : [eq(webSession.issuerSession, who.issuerSession)]),
		...(who.subject === null ? [] : [eq(webSession.subject, who.subject)]),
	]
	if (of.length === 0) return []
	return db
		.delete(webSession)
		.where(and(eq(webSession.issuer, issuer), ...of))
		.returning(ended)
}

/** Deletes up to `limit` web sessions that ran out; returns how many. */
export async function deleteExpiredWebSessions(db: DbOrTx, now: Date, limit: number): Promise<number> {
	const deleted = await db.execute(sql`
			with due as materialized (select token_hash from web_session where expires_at <= ${at(now)} limit ${limit} for update skip locked)
			delete from web_session where token_hash in (select token_hash from due) returning 1`)
	return deleted.length
}

import { createHash, randomBytes } from 'node:crypto'
import type postgres from 'postgres'
import type { Config } from '#app/config.server.ts'
import { cookies } from '#app/http/cookies.server.ts'
import { formContextOf } from '#app/services/identity/form-context.server.ts'
import { sealNationalNumber } from '#app/services/identity/national-number.server.ts'
import { syntheticNumber } from '#sandbox/seeds/synthetic-number.ts'

import { slug } from './size.ts'

/** Somebody signed in, with whom they may visit. */
export interface BenchUser {
	visitorId: string
	visitorRef: string
	prisonerId: string
	permitRef: string
	cookie: string
	/** What their forms carry. */
	formContext: string
	tokenHash: Buffer
	/** At the issuer, with a number of nobody's. */
	subject: string
	number: string
}

export interface BenchSession {
	id: string
	ref: string
	start: string
	end: string
}

export interface Issuers {
	family: string
	staff: string
}

/** The visitors of the measured prison, each with a session and an account. */
export async function signInAll(
	sql: postgres.Sql,
	keys: Pick<Config, 'pidKeys' | 'pidIndexKey'>,
	issuers: Issuers,
): Promise<BenchUser[]> {
	const rows = await sql<{ visitorId: string; visitorRef: string; prisonerId: string; permitRef: string }[]>`
		select v.id as "visitorId", v.ref as "visitorRef", p.id as "prisonerId", e.ref as "permitRef"
		from permit e join visitor v on v.id = e.visitor_id join prisoner p on p.id = e.prisoner_id
		join facility f on f.id = p.facility_id and f.slug = ${slug} order by length(v.ref), v.ref`
	const users = rows.map((row, index) => {
		const token = randomBytes(32).toString('base64url')
		const born = `19${50 + Math.floor(index / 336)}-${two(1 + (Math.floor(index / 28) % 12))}-${two(1 + (index % 28))}`
		return {
			...row,
			cookie: `${cookies.family}=${token}`,
			formContext: formContextOf({ kind: 'visitor', visitorId: row.visitorId }, keys),
			tokenHash: hashOf(token),
			subject: `bench-${index}`,
			number: syntheticNumber(born, 0),
		}
	})
	for (const user of users) {
		const { pidCipher, pidKeyId, pidIndex } = sealNationalNumber(user.visitorId, user.number, keys)
		await sql`update visitor set issuer = ${issuers.family}, subject = ${user.subject}, pid_cipher = ${pidCipher},
			pid_key_id = ${pidKeyId}, pid_index = ${pidIndex} where id = ${user.visitorId}`
		await sql`insert into web_session (token_hash, kind, visitor_id, issuer, subject, id_token, authenticated_at, created_at,
				seen_at, expires_at)
			values (${user.tokenHash}, 'family', ${user.visitorId}, ${issuers.family}, ${user.subject}, '', now(), now(), now(),
				now() + interval '2 hours')`
	}
	return users
}

/** An officer of the measured prison who may do all that is measured. Answers their cookie. */
export async function signInOfficer(sql: postgres.Sql, issuers: Issuers): Promise<string> {
	const token = randomBytes(32).toString('base64url')
	await sql`with facility as (select id from facility where slug = ${slug}),
		officer as (insert into officer (id, ref, name, issuer, subject, active)
			values (gen_random_uuid(), 'OFFICER', 'Berit Betjent', ${issuers.staff}, 'officer', true) returning id),
		role as (insert into officer_role (officer_id, facility_id, role)
			select officer.id, facility.id, role from officer, facility, unnest(array['visit-officer', 'screening-officer']) role)
		insert into web_session (token_hash, kind, officer_id, facility_id, issuer, subject, id_token, authenticated_at,
			created_at, seen_at, expires_at)
		select ${hashOf(token)}, 'staff', officer.id, facility.id, ${issuers.staff}, 'officer', '', now(), now(), now(),
			now() + interval '8 hours' from officer, facility`
	return `${cookies.staff}=${token}`
}

/** Sessions of the measured prison in the seven weeks from next Monday on, week by week. */
export async function sessionsByWeek(sql: postgres.Sql): Promise<BenchSession[][]> {
	const rows = await sql<(BenchSession & { week: string })[]>`
		select s.id, s.ref, to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"') as start,
			to_char(s.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"') as "end",
			to_char(s.starts_at at time zone 'UTC', 'IYYY-IW') as week
		from visit_session s join facility f on f.id = s.facility_id and f.slug = ${slug}
		where s.starts_at >= date_trunc('week', now()) + interval '1 week'
			and s.starts_at < date_trunc('week', now()) + interval '8 weeks' order by s.starts_at`
	const weeks = new Map<string, BenchSession[]>()
	for (const { week, ...session } of rows) weeks.set(week, [...(weeks.get(week) ?? []), session])
	return [...weeks.values()]
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()
const two = (number: number) => String(number).padStart(2, '0')

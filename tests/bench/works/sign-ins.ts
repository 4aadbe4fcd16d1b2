import { createHash, randomBytes } from 'node:crypto'
import { cookies } from '#app/http/cookies.server.ts'
import { paths } from '#app/paths.ts'
import { codeVerifier, nonce } from '../app/issuer.ts'
import { asOwner } from '../data/owner.ts'
import type { SignInForm } from '../floors/orders.ts'
import { asked, type Bench, loaded, type Measure, originsOf, type Site, type Work } from './bench.ts'

const prepared = 6_000

/** The way back from the issuer: the code is exchanged, the answer verified, the person found, the session opened. */
export function signIns(site: Site): Measure {
	return async (pace) => {
		const requests = await signInsUnderWay(site, prepared)
		const sample = await loaded(site, { kind: 'once', origins: originsOf(site), requests, expected: 303, ...pace })
		return { sample, putBack: () => clear(site) }
	}
}

/** The same, and what its statements cost without us. */
export async function signInWork(bench: Bench): Promise<Work> {
	const [first] = await signInsUnderWay(bench, 1)
	if (!first) throw new Error('Nobody signs in')
	const { statements, transactions } = await asked(bench, { kind: 'record-sign-in', form: first }, 'recorded')
	return {
		about: `${statements} statements, ${transactions} transactions, the issuer's answers ready`,
		app: signIns(bench),
		floors: [
			{
				name: 'sql',
				measure: async (pace) => {
					const forms = await signInsUnderWay(bench, prepared)
					const { sample } = await asked(bench, { kind: 'replay-sign-ins', forms, ...pace }, 'measured')
					return { sample, putBack: () => clear(bench) }
				},
			},
		],
	}
}

/** As `insertSignIn` leaves them, each from a household of its own. */
async function signInsUnderWay({ benchData }: Site, count: number): Promise<SignInForm[]> {
	const forms = Array.from({ length: count }, (_, index) => {
		const state = randomBytes(24).toString('base64url')
		const browser = randomBytes(24).toString('base64url')
		const subject = benchData.users[index % benchData.users.length]?.subject ?? ''
		return {
			path: `${paths.signInCallback()}?${new URLSearchParams({ code: subject, state })}`,
			headers: { cookie: `${cookies.signIn}=${browser}`, 'x-forwarded-for': household() },
			stateHash: createHash('sha256').update(`${browser}.${state}`).digest(),
		}
	})
	await asOwner(benchData.database.ownerUrl, async ({ $client: sql }) => {
		const hashes = forms.map(({ stateHash }) => stateHash.toString('hex'))
		await sql`insert into sign_in (state_hash, kind, nonce, code_verifier, return_to, expires_at)
			select decode(hash, 'hex'), 'family', ${nonce}, ${codeVerifier}, '/', now() + interval '1 hour'
			from unnest(${hashes}::text[]) hash`
	})
	return forms
}

async function clear({ benchData }: Site): Promise<void> {
	await asOwner(benchData.database.ownerUrl, async ({ $client: sql }) => {
		await sql`delete from sign_in`
		await sql`delete from web_session where issuer_session is not null`
		await sql.unsafe('vacuum analyze sign_in, web_session')
	})
}

function household(): string {
	return `10.${[...randomBytes(3)].join('.')}`
}

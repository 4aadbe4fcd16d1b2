import { createServer, type IncomingMessage } from 'node:http'
import { importJWK, SignJWT } from 'jose'
import { familyLevel } from '#app/services/identity/start-sign-in.server.ts'
import { publicHalf } from '#sandbox/identity/keys.ts'
import type { BenchUser } from '../data/users.ts'
import { type AppSettings, clientId, makeSettings } from './settings.ts'

/** One nonce and one verifier serve all sign-ins of a bench. */
export const nonce = 'bench-nonce-bench-nonce-bench-nonce'
export const codeVerifier = 'bench-verifier-bench-verifier-bench-verifier-bench'

export interface BenchIssuer {
	settings: AppSettings
	/** Makes an answer ready for everyone's code, which is their subject: signing them takes no time while it is measured. */
	prepare(users: readonly BenchUser[]): Promise<void>
	stop(): Promise<void>
}

/** An issuer that has every answer ready, so that what is measured is our own part of a sign-in. */
export async function startIssuer(): Promise<BenchIssuer> {
	const answers = new Map<string, string>()
	let documents: Readonly<Record<string, string>> = {}
	const server = createServer((req, res) => {
		void bodyOf(req).then((body) => {
			const answer =
				req.method === 'POST' ? answers.get(new URLSearchParams(body).get('code') ?? '') : documents[req.url ?? '']
			res.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(answer)
		})
	})
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
	const address = server.address()
	const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
	const settings = makeSettings(issuer)
	const description = (of: string) =>
		JSON.stringify({
			issuer: of,
			authorization_endpoint: `${issuer}/authorize`,
			token_endpoint: `${issuer}/token`,
			jwks_uri: `${issuer}/keys`,
			response_types_supported: ['code'],
			subject_types_supported: ['pairwise'],
			id_token_signing_alg_values_supported: ['RS256'],
			token_endpoint_auth_methods_supported: ['private_key_jwt'],
		})
	documents = {
		'/.well-known/openid-configuration': description(issuer),
		'/staff/.well-known/openid-configuration': description(`${issuer}/staff`),
		'/keys': JSON.stringify({ keys: [publicKey(settings.keys.signing)] }),
	}
	return {
		settings,
		prepare: async (users) => {
			for (const user of users) {
				const id_token = await idToken(settings, issuer, user)
				const answer = { access_token: 'none', token_type: 'Bearer', expires_in: 60, id_token }
				answers.set(user.subject, JSON.stringify(answer))
			}
		},
		stop: () =>
			new Promise((closed) => {
				server.close(() => closed())
				server.closeAllConnections()
			}),
	}
}

async function idToken({ keys }: AppSettings, issuer: string, user: BenchUser): Promise<string> {
	const key = await importJWK(keys.signing, 'RS256')
	const at = Math.floor(Date.now() / 1000)
	return new SignJWT({ nonce, acr: familyLevel, auth_time: at, pid: user.number, sid: user.subject })
		.setProtectedHeader({ alg: 'RS256', kid: String(keys.signing.kid) })
		.setIssuer(issuer)
		.setAudience(clientId)
		.setSubject(user.subject)
		.setIssuedAt(at)
		.setExpirationTime(at + 4 * 3600)
		.sign(key)
}

/** An RSA key without its secret numbers. */
function publicKey(key: Record<string, unknown>): Record<string, unknown> {
	const { p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...rest } = publicHalf(key)
	return rest
}

async function bodyOf(req: IncomingMessage): Promise<string> {
	let text = ''
	for await (const chunk of req) text += String(chunk)
	return text
}

import { randomBytes } from 'node:crypto'
import { type Config, readConfig } from '#app/config.server.ts'
import { makeIdentityKeys } from '#sandbox/identity/keys.ts'
import type { Issuers } from '../data/users.ts'

/** What every process of a bench shares: the keys, and who says who somebody is. */
export interface AppSettings {
	issuers: Issuers
	env: NodeJS.ProcessEnv
	keys: ReturnType<typeof makeIdentityKeys>
}

export const clientId = 'samvaer'

export function makeSettings(issuer: string): AppSettings {
	const keys = makeIdentityKeys()
	const issuers = { family: issuer, staff: `${issuer}/staff` }
	const env: NodeJS.ProcessEnv = {
		NODE_ENV: 'production',
		SAMVAER_ENV: 'test',
		// As in production.
		CHECK_DOCUMENTS: 'off',
		HOST: '127.0.0.1',
		FAMILY_OIDC_ISSUER: issuers.family,
		FAMILY_OIDC_CLIENT_ID: clientId,
		FAMILY_OIDC_CLIENT_JWK: JSON.stringify(keys.family),
		STAFF_OIDC_ISSUER: issuers.staff,
		STAFF_OIDC_CLIENT_ID: clientId,
		STAFF_OIDC_CLIENT_JWK: JSON.stringify(keys.staff),
		PID_KEYS: `k1:${randomBytes(32).toString('base64')}`,
		PID_INDEX_KEY: randomBytes(32).toString('base64'),
		SMTP_URL: 'smtp://127.0.0.1:1',
		// The load comes from one machine and stands for many households.
		TRUST_PROXY: 'loopback',
	}
	return { issuers, env, keys }
}

/** The keys that national numbers are sealed with. */
export function keysIn(settings: AppSettings): Pick<Config, 'pidKeys' | 'pidIndexKey'> {
	return readConfig({
		...settings.env,
		PUBLIC_ORIGIN: 'http://localhost',
		DATABASE_URL: 'postgres://127.0.0.1/none',
	})
}

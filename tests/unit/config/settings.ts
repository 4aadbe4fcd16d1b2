import { generateKeyPairSync, randomBytes } from 'node:crypto'

const jwk = JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }))

/** An environment that the application can start with. */
export const settings: Record<string, string | undefined> = {
	NODE_ENV: 'production',
	SAMVAER_ENV: 'test',
	PUBLIC_ORIGIN: 'https://samvaer.example',
	DATABASE_URL: 'postgres://localhost/x',
	FAMILY_OIDC_ISSUER: 'https://one.example',
	FAMILY_OIDC_CLIENT_ID: 'x',
	FAMILY_OIDC_CLIENT_JWK: jwk,
	STAFF_OIDC_ISSUER: 'https://two.example',
	STAFF_OIDC_CLIENT_ID: 'x',
	STAFF_OIDC_CLIENT_JWK: jwk,
	PID_KEYS: `k1:${randomBytes(32).toString('base64')}`,
	PID_INDEX_KEY: randomBytes(32).toString('base64'),
	SMTP_URL: 'smtp://localhost',
}

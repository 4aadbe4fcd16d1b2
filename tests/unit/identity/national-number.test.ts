import { randomBytes } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { syntheticNumber } from '#sandbox/seeds/synthetic-number.ts'

const key = () => randomBytes(32).toString('base64')
const jwk = JSON.stringify({ kty: 'EC', d: 'x' })
const old = key()

/** The module as a process with this environment has it. */
async function withEnvironment(env: Record<string, string>) {
	vi.resetModules()
	const all = {
		NODE_ENV: 'production',
		SAMVAER_ENV: 'test',
		PUBLIC_ORIGIN: 'https://samvaer.example',
		DATABASE_URL: 'postgres://localhost/x',
		FAMILY_OIDC_ISSUER: 'https://one.example',
		FAMILY_OIDC_CLIENT_ID: 'a',
		FAMILY_OIDC_CLIENT_JWK: jwk,
		STAFF_OIDC_ISSUER: 'https://two.example',
		STAFF_OIDC_CLIENT_ID: 'b',
		STAFF_OIDC_CLIENT_JWK: jwk,
		PID_KEYS: `old:${old}`,
		PID_INDEX_KEY: indexKey,
		SMTP_URL: 'smtp://localhost',
		...env,
	}
	for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value)
	return import('#app/services/identity/national-number.server.ts')
}

const indexKey = key()
const number = syntheticNumber('1988-04-02', 0)

// Unit tests share their threads: whoever comes next must not find itself in production.
afterEach(() => vi.unstubAllEnvs())

test('a sealed number opens for its own visitor only, and never looks the same twice', async () => {
	const { sealNationalNumber, openNationalNumber } = await withEnvironment({})
	const one = sealNationalNumber('visitor-1', number)
	expect(openNationalNumber('visitor-1', one)).toBe(number)
	expect(() => openNationalNumber('visitor-2', one)).toThrow()
	expect(sealNationalNumber('visitor-1', number).pidCipher.equals(one.pidCipher)).toBe(false)
	expect(one.pidCipher.includes(number)).toBe(false)
	one.pidCipher.writeUInt8(one.pidCipher.readUInt8(30) ^ 1, 30)
	expect(() => openNationalNumber('visitor-1', one)).toThrow()
})

test('a new key seals, the old one still opens, and the number is found either way', async () => {
	const before = await withEnvironment({})
	const sealed = before.sealNationalNumber('visitor-1', number)
	const after = await withEnvironment({ PID_KEYS: `new:${key()},old:${old}` })
	expect(after.openNationalNumber('visitor-1', sealed)).toBe(number)
	const again = after.sealNationalNumber('visitor-1', number)
	expect(again.pidKeyId).toBe('new')
	expect(again.pidIndex.equals(sealed.pidIndex)).toBe(true)
	expect(after.nationalNumberIndex(number).equals(sealed.pidIndex)).toBe(true)
})

test('synthetic numbers are taken in the sandbox and refused in production', async () => {
	const sandbox = await withEnvironment({})
	expect(sandbox.isNationalNumber(number)).toBe(true)
	expect(sandbox.isNationalNumber('12345678901')).toBe(false)
	expect(sandbox.isNationalNumber('03679000151')).toBe(true)
	expect(sandbox.isNationalNumber('03679000152')).toBe(false)
	const production = await withEnvironment({ SAMVAER_ENV: 'production' })
	expect(production.isNationalNumber(number)).toBe(false)
	expect(production.isNationalNumber('03679000151')).toBe(false)
	expect(production.isNationalNumber('13097248022')).toBe(true)
})

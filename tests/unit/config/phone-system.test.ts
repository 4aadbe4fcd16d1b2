import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { readConfig } from '#app/config.server.ts'

const jwk = JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }))
const base = {
	NODE_ENV: 'production',
	PUBLIC_ORIGIN: 'https://samvaer.example',
	DATABASE_URL: 'postgres://app@db.example/samvaer',
	FAMILY_OIDC_ISSUER: 'https://family.example',
	FAMILY_OIDC_CLIENT_ID: 'a',
	FAMILY_OIDC_CLIENT_JWK: jwk,
	STAFF_OIDC_ISSUER: 'https://staff.example',
	STAFF_OIDC_CLIENT_ID: 'b',
	STAFF_OIDC_CLIENT_JWK: jwk,
	PID_KEYS: `k1:${randomBytes(32).toString('base64')}`,
	PID_INDEX_KEY: randomBytes(32).toString('base64'),
	SMTP_URL: 'smtps://mail.example',
}
const phoneOf = (extra: Record<string, string>) => readConfig({ ...base, ...extra }).phone
const [one, two] = ['a'.repeat(32), 'b'.repeat(32)]

test('without a phone system nothing is asked for', () => {
	expect(phoneOf({})).toEqual({ push: null, folder: null, usageSecrets: [] })
})

test('credits go by messages or by files, and reports have secrets of their own', () => {
	const url = 'https://phone.example/credits'
	expect(phoneOf({ PHONE_SYSTEM_URL: url, PHONE_SYSTEM_SECRET: one })).toMatchObject({
		push: { url: new URL(url), secret: one },
		folder: null,
	})
	expect(phoneOf({ PHONE_SYSTEM_FOLDER: '/srv/phone', PHONE_SYSTEM_FILE_AT: '05:30' }).folder).toEqual({
		path: '/srv/phone',
		at: '05:30',
	})
	expect(phoneOf({ PHONE_USAGE_SECRETS: `${one}, ${two}` }).usageSecrets).toEqual([one, two])
})

test.each<[string, Record<string, string>, RegExp]>([
	['plain http', { PHONE_SYSTEM_URL: 'http://phone.example', PHONE_SYSTEM_SECRET: one }, /must be https/],
	['an address without a secret', { PHONE_SYSTEM_URL: 'https://phone.example' }, /both or neither/],
	['a short secret', { PHONE_SYSTEM_URL: 'https://phone.example', PHONE_SYSTEM_SECRET: 'short' }, /32 characters/],
	[
		'both ways at once',
		{ PHONE_SYSTEM_URL: 'https://phone.example', PHONE_SYSTEM_SECRET: one, PHONE_SYSTEM_FOLDER: '/srv' },
		/one way alone/,
	],
	[
		'one secret for both directions',
		{ PHONE_SYSTEM_URL: 'https://phone.example', PHONE_SYSTEM_SECRET: one, PHONE_USAGE_SECRETS: `${two},${one}` },
		/must differ/,
	],
	['a time that is none', { PHONE_SYSTEM_FILE_AT: '24:00' }, /like 06:00/],
])('%s does not start', (_what, extra, fault) => {
	expect(() => phoneOf(extra)).toThrow(fault)
	expect(() => phoneOf(extra)).not.toThrow(one)
})

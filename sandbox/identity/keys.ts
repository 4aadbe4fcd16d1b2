import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { z } from 'zod'

const jwk = z.record(z.string(), z.unknown())

/** Everything secret about the sandbox's sign-in, made once and kept, so that a restart signs nobody out for lack of a key. */
export const identityKeys = z.object({
	/** What the issuers sign with. */
	signing: jwk,
	/** What the application shows itself by, one for each issuer. The public halves are told to the issuers. */
	family: jwk,
	staff: jwk,
	cookies: z.string(),
})
export type IdentityKeys = z.infer<typeof identityKeys>

export function makeIdentityKeys(): IdentityKeys {
	const signing = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
	return {
		signing: { ...signing, use: 'sig', alg: 'RS256', kid: makeId() },
		family: makeClientKey(),
		staff: makeClientKey(),
		cookies: randomBytes(32).toString('base64url'),
	}
}

/** The part of a key that may be known. */
export function publicHalf({ d: _secret, ...known }: Record<string, unknown>): Record<string, unknown> {
	return known
}

function makeClientKey(): Record<string, unknown> {
	const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
	return { ...key, use: 'sig', alg: 'ES256', kid: makeId() }
}

const makeId = () => randomBytes(8).toString('base64url')

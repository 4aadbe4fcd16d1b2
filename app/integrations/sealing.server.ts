import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { type Config, config } from '#app/config.server.ts'

/** The keys that national numbers are sealed and found with: the process's own, unless a caller brings others. */
export type Keys = Pick<Config, 'pidKeys' | 'pidIndexKey'>

/** AES-256-GCM with a fresh 96-bit nonce: nonce, tag and text in one, and the id of the key that made it. */
export interface Sealed {
	keyId: string
	bytes: Buffer
}

const nonceLength = 12
const tagLength = 16

/** Seals with the newest key. `bound` (table and row) must be the same when it is opened: a value moved elsewhere does not open. */
export function seal(plain: string, bound: string, keys: Keys = config()): Sealed {
	const [newest] = keys.pidKeys
	if (!newest) throw new Error('There is no key to seal with')
	const nonce = randomBytes(nonceLength)
	const cipher = createCipheriv('aes-256-gcm', newest.key, nonce, { authTagLength: tagLength })
	cipher.setAAD(Buffer.from(bound))
	const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
	return { keyId: newest.id, bytes: Buffer.concat([nonce, cipher.getAuthTag(), text]) }
}

/** Opens with the key that sealed it. Throws when the key is gone, or the value is not what was sealed for this place. */
export function unseal(sealed: Sealed, bound: string): string {
	const key = config().pidKeys.find((one) => one.id === sealed.keyId)
	if (!key) throw new Error(`The key ${sealed.keyId} is not in the key ring`)
	const { bytes } = sealed
	const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(0, nonceLength), {
		authTagLength: tagLength,
	})
	decipher.setAAD(Buffer.from(bound))
	decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
	return decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + decipher.final('utf8')
}

/** The same as one piece of text, for a cookie or a text column. */
export function sealText(plain: string, bound: string): string {
	const { keyId, bytes } = seal(plain, bound)
	return `${keyId}.${bytes.toString('base64url')}`
}

/** Null for whatever does not open. */
export function unsealText(sealed: string, bound: string): string | null {
	const dot = sealed.lastIndexOf('.')
	if (dot < 1) return null
	try {
		return unseal({ keyId: sealed.slice(0, dot), bytes: Buffer.from(sealed.slice(dot + 1), 'base64url') }, bound)
	} catch {
		return null
	}
}

/** What a national number is found by: only someone with the index key can make it. */
export function indexOf(number: string, keys: Keys = config()): Buffer {
	return createHmac('sha256', keys.pidIndexKey).update(number).digest()
}

/** Returns what only someone with the index key can compute. `text` begins with its purpose, in a word that is no number. */
export function keyedHashOf(text: string, keys: Keys = config()): Buffer {
	return createHmac('sha256', keys.pidIndexKey).update(text).digest()
}

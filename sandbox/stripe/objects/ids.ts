import { randomBytes } from 'node:crypto'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A fresh name for an object, like `pi_3QcK…`: its kind before the first line, then what nobody can guess. */
export function newId(prefix: string, length = 24): string {
	return `${prefix}_${[...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('')}`
}

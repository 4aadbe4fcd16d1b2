import { randomBytes } from 'node:crypto'

/** A UUID version 7: sorts by the time it was made, so that a table's newest rows lie together. Never shown in a URL. */
export function newId(now: Date): string {
	const bytes = randomBytes(16)
	bytes.writeUIntBE(now.getTime(), 0, 6)
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
	const hex = bytes.toString('hex')
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

// No letters or digits that are read as one another.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function random(length: number): string {
	let text = ''
	for (const byte of randomBytes(length)) text += alphabet.charAt(byte % alphabet.length)
	return text
}

/** A reference for a URL or a letter: 60 random bits, nothing in it. */
export function newRef(): string {
	return random(12)
}

/** A booking's code for the gate, `K7QM-4TXW`: 40 random bits, easy to read aloud. */
export function newCode(): string {
	const code = random(8)
	return `${code.slice(0, 4)}-${code.slice(4)}`
}

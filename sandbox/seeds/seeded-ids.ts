import type { Random } from './random.ts'

/** Ids, references and codes like those of `db/ids.ts`, and the same ones for the same seed. */
export interface SeededIds {
	id(createdAt: Date): string
	ref(): string
	/** Never the same one twice. */
	code(): string
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const codes = 2 ** 40
/** Odd, so that counting by it meets each of the 2^40 codes once. */
const codeStep = 2_654_435_761

export function idsFrom(random: Random): SeededIds {
	const bits = (count: number) => Math.floor(random.next() * 2 ** count)
	const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
	const firstCode = bits(32)
	let created = 0
	return {
		id: (createdAt) => {
			const time = hex(createdAt.getTime(), 12)
			const variant = hex(0x8000 | bits(14), 4)
			return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits(12), 3)}-${variant}-${hex(bits(24), 6)}${hex(bits(24), 6)}`
		},
		ref: () => letters(bits(30), 6) + letters(bits(30), 6),
		code: () => {
			const text = letters((firstCode + created++ * codeStep) % codes, 8)
			return `${text.slice(0, 4)}-${text.slice(4)}`
		},
	}
}

function letters(value: number, length: number): string {
	let rest = value
	let text = ''
	for (let index = 0; index < length; index++) {
		text += alphabet[rest % 32]
		rest = Math.floor(rest / 32)
	}
	return text
}

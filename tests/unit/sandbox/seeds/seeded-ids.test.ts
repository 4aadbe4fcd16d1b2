import { expect, it } from 'vitest'
import { randomFrom } from '#sandbox/seeds/random.ts'
import { idsFrom } from '#sandbox/seeds/seeded-ids.ts'

const at = new Date('2026-11-25T10:00:00Z')
const many = <T>(make: () => T) => Array.from({ length: 20_000 }, make)

it('makes ids that sort by their time, references and codes like the real ones', () => {
	const ids = idsFrom(randomFrom(1))
	expect(ids.id(at)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
	expect(ids.id(at) < ids.id(new Date(at.getTime() + 1))).toBe(true)
	expect(ids.ref()).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
	expect(ids.code()).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
})

it('never makes one twice, and makes the same ones for the same seed', () => {
	const [one, same, other] = [5, 5, 6].map((seed) => idsFrom(randomFrom(seed)))
	if (!one || !same || !other) throw new Error('unreachable')
	for (const make of [
		(ids: typeof one) => ids.id(at),
		(ids: typeof one) => ids.ref(),
		(ids: typeof one) => ids.code(),
	]) {
		const created = many(() => make(one))
		expect(new Set(created).size).toBe(created.length)
		expect(many(() => make(same))).toEqual(created)
		expect(make(other)).not.toBe(created[0])
	}
})

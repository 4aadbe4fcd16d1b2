import { expect, test } from 'vitest'
import { readYaml } from '#tests/scenarios/runner/parse/yaml.ts'

test('yes and no are booleans, and times, dates and hours are texts', () => {
	const { documents } = readYaml(
		'a: yes\nb: no\nc: "yes"\nd: 2026-11-23T09:00\ne: 2026-11-23\nf: 12:30\ng: true\nh: 017\n',
	)
	expect(documents[0]?.data).toEqual({
		a: true,
		b: false,
		c: 'yes',
		d: '2026-11-23T09:00',
		e: '2026-11-23',
		f: '12:30',
		g: true,
		h: 17,
	})
})

test('each document knows the lines of its own keys', () => {
	const { documents } = readYaml('a: 1\n---\nb:\n  - c: 1\n    d: 2\n')
	expect(documents).toHaveLength(2)
	expect(documents[1]?.lineOf(['b', 0, 'd'])).toBe(5)
	expect(documents[1]?.lineOf(['b', 7, 'd'])).toBe(3)
})

test('a key that stands twice is a fault', () => {
	const { documents, faults } = readYaml('a: 1\na: 2\n')
	expect(documents).toEqual([])
	expect(faults).toEqual([{ line: 2, why: 'Map keys must be unique' }])
})

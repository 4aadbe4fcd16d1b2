import { expect, it } from 'vitest'
import { copyText } from '#sandbox/seeds/copy.ts'

it.each([
	[null, '\\N'],
	[undefined, '\\N'],
	['', ''],
	['\\N', '\\\\N'],
	['a\tb\nc\rd\\e', 'a\\tb\\nc\\rd\\\\e'],
	[12, '12'],
	[true, 't'],
	[false, 'f'],
	[new Date('2026-11-25T10:00:00Z'), '2026-11-25T10:00:00.000Z'],
	[Buffer.from([0, 255]), '\\\\x00ff'],
	[[], '{}'],
	[['glass', 'no "touch"'], '{"glass","no \\\\"touch\\\\""}'],
	[{ visitsPerWeek: 2 }, '{"visitsPerWeek":2}'],
])('COPY reads %j as %s', (value, text) => {
	expect(copyText(value)).toBe(text)
})

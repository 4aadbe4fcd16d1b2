import { expect, it } from 'vitest'
import { formatEmail, parseEmail } from '#app/forms/visitors/email-address.server.ts'

it.each([
	['kari@example.no', 'kari@example.no'],
	[' Kari.Haugen+post@Example.NO ', 'Kari.Haugen+post@example.no'],
	['kari@blåbær.no', 'kari@xn--blbr-roah.no'],
	['kari@BLÅBÆR.no', 'kari@xn--blbr-roah.no'],
	['kari@bla\u030abær.no', 'kari@xn--blbr-roah.no'],
	['kari@sub.københavn.dk', 'kari@sub.xn--kbenhavn-54a.dk'],
	['kari@xn--blbr-roah.no', 'kari@xn--blbr-roah.no'],
	['kari@пример.рф', 'kari@xn--e1afmkfd.xn--p1ai'],
	['ka\u00adri@exam\u200bple.no', 'kari@example.no'],
	["o'neil&co@example.no", "o'neil&co@example.no"],
])('%s is kept as %s', (typed, address) => {
	expect(parseEmail(typed)).toEqual({ address })
})

it.each(['bjørn@example.no', 'kåre.å@blåbær.no', '李@example.no'])(
	'%s has letters that not every server takes',
	(typed) => {
		expect(parseEmail(typed)).toEqual({ problem: 'local-letters' })
	},
)

it.each([
	'',
	'kari',
	'@example.no',
	'kari@',
	'kari@localhost',
	'kari@-a.no',
	'kari@a..no',
	'kari@127.0.0.1',
	'kari@0x7f.1',
	'kari@example.n',
	'kari haugen@example.no',
	'kari@exa mple.no',
	'kari,ola@example.no',
	'Kari <kari@example.no>',
	'kari@example.no\r\nBcc: a@b.no',
	'.kari@example.no',
	'ka..ri@example.no',
	`${'a'.repeat(65)}@example.no`,
	`a@${'b'.repeat(64)}.no`,
	`a@${'b.'.repeat(130)}no`,
])('%j is no address', (typed) => {
	expect(parseEmail(typed)).toEqual({ problem: 'not-an-address' })
})

it('is shown as people write it', () => {
	expect(formatEmail('kari@xn--blbr-roah.no')).toBe('kari@blåbær.no')
	expect(formatEmail('kari@example.no')).toBe('kari@example.no')
})

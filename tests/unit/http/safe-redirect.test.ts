import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePath } from '#app/http/safe-redirect.ts'

test.each([
	['/', '/'],
	['/visits', '/visits'],
	['/visits/K7QM?x=1', '/visits/K7QM?x=1'],
	['/me/access-log', '/me/access-log'],
	['/visits#part', '/visits'],
])("a path of the family's is kept: %s", (to, kept) => {
	expect(safePath(to, 'family')).toBe(kept)
})

test.each([
	'',
	'visits',
	'//evil.example',
	'/\\evil.example',
	'\\\\evil.example',
	'/%2fevil.example',
	'/%5cevil.example',
	'/visits/%2f%2fevil.example',
	'https://evil.example/visits',
	'javascript:alert(1)',
	'/\tevil.example',
	'/\n/evil.example',
	' /visits',
	'/visits\u0000',
	'/sign-out',
	'/sign-in',
	'/staff',
	'/staff/applications',
	'/webhooks/sign-out',
	'/visits.data',
	'/nowhere',
	'/./../staff',
	`/visits?${'x'.repeat(2000)}`,
])('nobody is sent to %j', (to) => {
	expect(safePath(to, 'family')).toBeNull()
})

test('officers go to their own pages and not round in a circle', () => {
	expect(safePath('/staff/applications?state=open', 'staff')).toBe('/staff/applications?state=open')
	expect(safePath('/staff', 'staff')).toBe('/staff')
	for (const to of ['/staff/sign-in', '/staff/sign-out', '/visits', '/', '/staffroom'])
		expect(safePath(to, 'staff')).toBeNull()
})

test('whatever is asked for, the answer stays on this host and in a known part of it', () => {
	const pieces = fc.constantFrom(
		'/',
		'\\',
		'//',
		'..',
		'.',
		'@',
		':',
		'%2f',
		'%5c',
		'%00',
		'\t',
		'\n',
		' ',
		'?',
		'#',
		'visits',
		'me',
		'staff',
		'evil.example',
		'http:',
		'javascript:',
	)
	const hostile = fc.oneof(
		fc.string(),
		fc.string().map((text) => `https://${text}`),
		fc.array(pieces, { maxLength: 8 }).map((list) => `/${list.join('')}`),
	)
	fc.assert(
		fc.property(hostile, fc.constantFrom('family' as const, 'staff' as const), (to, kind) => {
			const path = safePath(to, kind)
			if (path === null) return
			const url = new URL(path, 'https://samvaer.example/x/y')
			const stays = url.origin === 'https://samvaer.example' && url.pathname + url.search === path
			const plain = !/^\/\/|\\|\s|\p{Cc}/u.test(path)
			if (!stays || !plain || path.startsWith('/staff') !== (kind === 'staff')) throw new Error(path)
		}),
		{ numRuns: 1_000 },
	)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFrameworkPath, isMalformedPath } from '#app/server/malformed-requests.ts'

test.each([
	'/',
	'/visits/K7QM',
	'/staff/applications?x=//..',
	'/visits.data?_routes=a',
	'/visits/%C3%A5',
	'/visits?with=%0A%2500',
])('%s is plain', (path) => {
	expect(isMalformedPath(path)).toBe(false)
})

test.each([
	'//evil.example',
	'/staff//applications',
	'/visits/../staff',
	'/visits/%2e%2e/staff',
	'/visits/%2E./staff',
	'/visits/..%2fstaff',
	'/%2fstaff',
	'/visits\\staff',
	'/visits/%5c',
	'/visits/%00',
	'/visits/new/time?for=PE1&with=%00',
	'/visits?a=?%00',
	'/visits/%0d%0aSet-Cookie:x',
	'/visits/%7f',
	'/%',
	'/%zz',
	'/%ff',
	'http://evil.example/visits',
	'visits',
	'*',
])('%s is refused', (path) => {
	expect(isMalformedPath(path)).toBe(true)
})

test('what goes on has no second reading, however it is spelled', () => {
	const pieces = fc.constantFrom('/', '.', '..', '\\', '%2e', '%2f', '%5c', '%00', '%', 'staff', 'a', '?')
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 10 }), (list) => {
			const path = `/${list.join('')}`
			if (isMalformedPath(path)) return
			const { pathname, host } = new URL(path, 'http://samvaer.invalid')
			const decoded = decodeURIComponent(pathname)
			if (host !== 'samvaer.invalid' || decoded.split('/').includes('..') || /\/\/|\\/.test(decoded))
				throw new Error(path)
		}),
		{ numRuns: 1_000 },
	)
})

const known = new Set(['root', 'routes/staff', 'routes/staff._index'])
const door = (address: string) => isFrameworkPath(new URL(address, 'http://samvaer.invalid'), known)

test('old and inner doors of the framework are shut', () => {
	for (const shut of [
		'/staff?_data=routes/staff',
		'/staff?_data',
		'/__manifest',
		'/__manifest?version=1&p=/staff',
		'/__MANIFEST/',
		'/staff.data?_routes=routes/nowhere',
		'/staff.data?_routes=routes/staff,routes/nowhere',
		'/staff.data?_routes=routes/staff&_routes=root',
		'/staff.data?_routes=',
		'/staff?_routes=routes/staff',
	]) {
		expect(door(shut), shut).toBe(true)
	}
	for (const open of ['/staff', '/staff.data', '/staff.data?_routes=routes/staff,routes/staff._index']) {
		expect(door(open), open).toBe(false)
	}
})

import { describe, expect, it, test } from 'vitest'
import { readClaims } from '#app/integrations/oidc-claims.ts'

const sure = { iss: 'https://issuer.example', sub: 'kari', iat: 1_790_000_000, acr: 'high', pid: '03029000122' }

test('what an issuer adds is read', () => {
	const added = {
		given_name: ' Kari ',
		family_name: 'Haugen',
		birthdate: '1990-02-03',
		email: ' a@b.no ',
		sid: 's',
		auth_time: 1,
	}
	expect(readClaims({ ...sure, ...added })).toEqual({
		...sure,
		...{ given_name: 'Kari', family_name: 'Haugen', birthdate: '1990-02-03', email: 'a@b.no', sid: 's', auth_time: 1 },
		ignored: [],
	})
})

describe('an odd claim that nothing stands on is ignored, by its name', () => {
	it.each<[string, unknown]>([
		['birthdate', '1991'],
		['birthdate', 19910203],
		['birthdate', '0000-02-03'],
		['birthdate', '1991-02-30'],
		['birthdate', '03.02.1991'],
		['birthdate', ''],
		['birthdate', null],
		['email', ''],
		['email', 'bjørn@post.example'],
		['email', `${'a'.repeat(300)}@b.no`],
		['email', ['a@b.no']],
		['given_name', null],
		['given_name', ''],
		['given_name', 'x'.repeat(5_000)],
		['family_name', {}],
		['sid', null],
		['sid', 7],
		['auth_time', 'now'],
	])('%s: %j', (claim, value) => {
		expect(readClaims({ ...sure, [claim]: value })).toMatchObject({ ...sure, [claim]: null, ignored: [claim] })
	})
	it('however many there are, and whatever else stands in the token', () => {
		const odd = { birthdate: '1991', email: '', given_name: null, big: 'x'.repeat(100_000), address: { country: 'NO' } }
		expect(readClaims({ ...sure, ...odd }).ignored).toEqual(['given_name', 'birthdate', 'email'])
	})
})

test.each(['iss', 'sub', 'iat'])('without %s there is no sign-in', (claim) => {
	expect(() => readClaims({ ...sure, [claim]: undefined })).toThrow()
})

test.each<[string, unknown]>([
	['sub', ''],
	['sub', 7],
	['iat', 'now'],
	['acr', 4],
	['pid', 3029000122],
	['pid', null],
])('an odd %s (%j) signs nobody in', (claim, value) => {
	expect(() => readClaims({ ...sure, [claim]: value })).toThrow()
})

import { expect, test } from 'vitest'
import { assertNotProduction } from '#sandbox/assert-not-production.ts'

test('the sandbox does not start where production is meant', () => {
	expect(() => assertNotProduction({ SAMVAER_ENV: 'production' })).toThrow('SAMVAER_ENV=production')
	for (const SAMVAER_ENV of ['demo', 'test', undefined])
		expect(() => assertNotProduction({ SAMVAER_ENV })).not.toThrow()
})

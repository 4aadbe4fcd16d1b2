import { expect, test } from 'vitest'
import { refuseInProduction } from '#sandbox/refuse.ts'

test('the sandbox does not start where production is meant', () => {
	expect(() => refuseInProduction({ SAMVAER_ENV: 'production' })).toThrow('SAMVAER_ENV=production')
	for (const SAMVAER_ENV of ['demo', 'test', undefined]) expect(() => refuseInProduction({ SAMVAER_ENV })).not.toThrow()
})

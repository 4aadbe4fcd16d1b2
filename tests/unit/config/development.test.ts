import { describe, expect, it } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { settings } from './settings.ts'

const development = {
	...settings,
	SAMVAER_ENV: 'development',
	NODE_ENV: 'development',
	PUBLIC_ORIGIN: 'http://localhost:3000',
}

describe('the development server in the configuration', () => {
	it('runs with NODE_ENV=development, on this machine', () => {
		expect(readConfig(development)).toMatchObject({ environment: 'development', host: '127.0.0.1' })
	})

	it('listens on no other address and has no other origin', () => {
		expect(() => readConfig({ ...development, HOST: '0.0.0.0' })).toThrow('HOST: must be a loopback address')
		expect(() => readConfig({ ...development, PUBLIC_ORIGIN: 'https://samvaer.example' })).toThrow(
			'PUBLIC_ORIGIN: must be on a loopback address',
		)
	})

	it('is the only one that does without NODE_ENV=production', () => {
		for (const SAMVAER_ENV of ['production', 'demo', 'test'])
			expect(() => readConfig({ ...settings, SAMVAER_ENV, NODE_ENV: 'development' })).toThrow(
				'NODE_ENV: built code must run with NODE_ENV=production',
			)
		expect(() => readConfig({ ...settings, NODE_ENV: undefined })).toThrow('NODE_ENV')
	})
})

it('checks JSON documents in development and in tests, and elsewhere where it is asked to', () => {
	const checksIn = (SAMVAER_ENV: string, CHECK_DOCUMENTS?: string) =>
		readConfig({ ...(SAMVAER_ENV === 'development' ? development : settings), SAMVAER_ENV, CHECK_DOCUMENTS })
			.checksDocuments
	expect(['development', 'test', 'demo', 'production'].map((environment) => checksIn(environment))).toEqual([
		true,
		true,
		false,
		false,
	])
	expect([checksIn('test', 'off'), checksIn('production', 'on')]).toEqual([false, true])
})

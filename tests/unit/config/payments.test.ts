import { describe, expect, it } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { settings as base } from './settings.ts'

const secrets = 'whsec_aaaaaaaaaaaaaaaaaaaa, whsec_bbbbbbbbbbbbbbbbbbbb'
const paying = { STRIPE_SECRET_KEY: 'sk_test_one', STRIPE_WEBHOOK_SECRETS: secrets }
const production = { ...base, SAMVAER_ENV: 'production' }

describe('payments in the configuration', () => {
	it('are off where nothing is said of them, also in production', () => {
		expect(readConfig(base).stripe).toBeNull()
		expect(readConfig(production).stripe).toBeNull()
	})

	it('take a key and one or more secrets', () => {
		expect(readConfig({ ...base, ...paying }).stripe).toEqual({
			secretKey: 'sk_test_one',
			webhookSecrets: ['whsec_aaaaaaaaaaaaaaaaaaaa', 'whsec_bbbbbbbbbbbbbbbbbbbb'],
			apiBase: null,
			live: false,
			checkoutOrigin: 'https://checkout.stripe.com',
		})
		const live = { ...paying, STRIPE_SECRET_KEY: 'rk_live_one' }
		expect(readConfig({ ...production, ...live }).stripe?.live).toBe(true)
	})

	it('may be elsewhere than at Stripe, and are then paid there', () => {
		const elsewhere = { ...base, ...paying, STRIPE_API_BASE: 'http://127.0.0.1:4000' }
		expect(readConfig(elsewhere).stripe?.checkoutOrigin).toBe('http://127.0.0.1:4000')
	})

	it.each([
		['one without the other', { ...base, STRIPE_SECRET_KEY: 'sk_test_one' }, /both or neither/],
		['the other without the one', { ...base, STRIPE_WEBHOOK_SECRETS: secrets }, /both or neither/],
		['a key that is none', { ...base, ...paying, STRIPE_SECRET_KEY: 'pk_test_one' }, /STRIPE_SECRET_KEY/],
		['a secret that is none', { ...base, ...paying, STRIPE_WEBHOOK_SECRETS: 'short' }, /STRIPE_WEBHOOK_SECRETS/],
		['real money outside production', { ...base, ...paying, STRIPE_SECRET_KEY: 'sk_live_one' }, /production only/],
		['a test key in production', { ...production, ...paying }, /must be a live key/],
		[
			'another address in production',
			{ ...production, STRIPE_API_BASE: 'https://elsewhere.example' },
			/STRIPE_API_BASE/,
		],
	])('refuse %s', (_, env, words) => {
		expect(() => readConfig(env)).toThrow(words)
	})
})

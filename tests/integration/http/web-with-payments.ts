import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { paths } from '#app/paths.ts'
import { freePort } from '#sandbox/free-port.ts'
import { startPayments } from '#sandbox/stripe/start.ts'
import { startWeb, type Web } from './web.ts'

/** The built application with a payment stand-in behind it. */
export async function startWebWithPayments(): Promise<Web> {
	const word = () => randomBytes(12).toString('hex')
	const [secretKey, webhookSecret] = [`sk_test_${word()}`, `whsec_${word()}`]
	const port = await freePort()
	const folder = await mkdtemp(join(tmpdir(), 'samvaer-payments-'))
	const web = await startWeb({
		NODE_ENV: 'production',
		STRIPE_SECRET_KEY: secretKey,
		STRIPE_WEBHOOK_SECRETS: webhookSecret,
		STRIPE_API_BASE: `http://127.0.0.1:${port}/`,
	})
	const payments = await startPayments({
		environment: 'test',
		port,
		file: join(folder, 'payments.json'),
		...{ secretKey, webhookSecret },
		webhookUrl: `http://127.0.0.1:${web.port}${paths.stripeWebhook()}`,
		now: async () => new Date(),
		log: () => {},
	})
	afterAll(async () => {
		await payments.stop()
		await rm(folder, { recursive: true })
	})
	return web
}

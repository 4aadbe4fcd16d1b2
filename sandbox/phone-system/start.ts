import { once } from 'node:events'
import express, { type Response } from 'express'
import { z } from 'zod'
import { assertNotProduction } from '../assert-not-production.ts'
import { freePort } from '../free-port.ts'
import { contentPolicy } from '../page.ts'
import { phonePage } from './page.ts'
import { endCall, type ReportOptions, reportCalls } from './report-calls.ts'
import { behaviours, openPhoneStore } from './store.ts'
import { takeCredit } from './take-credit.ts'

export interface PhoneOptions extends ReportOptions {
	environment: 'development' | 'demo' | 'test'
	/** The port to take; another one if it is taken. */
	port?: number
	/** Where credits and calls are kept. */
	file: string
	/** What the portal signs credits with. */
	secret: string
	/** The time that calls end at. */
	now: () => Promise<Date>
}

export interface Phone {
	/** The page. */
	url: string
	/** Where credits are sent. */
	creditsUrl: string
	port: number
	stop(): Promise<void>
}

const call = z.object({ prisoner: z.string().trim().min(1).max(40), minutes: z.coerce.number().int().min(1).max(1440) })
const manner = z.object({ manner: z.enum(behaviours) })

/** The prison's phone system in small: it takes credits, and tells of calls. */
export async function startPhoneSystem(options: PhoneOptions): Promise<Phone> {
	assertNotProduction(process.env)
	assertNotProduction({ SAMVAER_ENV: options.environment })
	const port = await freePort(options.port)
	const origin = `http://127.0.0.1:${port}`
	const store = await openPhoneStore(options.file)
	const app = express()
	app.disable('x-powered-by')

	app.post('/credits', express.text({ type: () => true, limit: '10kb' }), (request, response, next) => {
		const body: unknown = request.body
		const answer = takeCredit(store, options.secret, {
			body: typeof body === 'string' ? body : '',
			signature: request.get('samvaer-signature') ?? '',
			key: request.get('idempotency-key') ?? '',
		})
		if (answer === null) return void request.socket.destroy()
		store
			.save()
			.then(() => response.status(answer.status).json(answer.body))
			.catch(next)
	})
	app.get('/', (request, response) => {
		if (request.get('accept')?.includes('application/json')) {
			const { calls, credits, manner: now } = store
			return void response.json({ calls, credits, manner: now })
		}
		send(response, phonePage(store, null))
	})
	app.use((request, response, next) => {
		const from = request.get('origin')
		if (from === undefined || from === origin) return next()
		response.status(403).send('Ikke herfra')
	})
	app.use(express.urlencoded({ extended: false, limit: '10kb' }))
	app.post('/calls', (request, response, next) => {
		const asked = call.safeParse(request.body)
		if (!asked.success)
			return send(response.status(400), phonePage(store, 'Skriv nummeret og hele minutter, 1 til 1440.'))
		const report = async () => {
			endCall(store, asked.data.prisoner, asked.data.minutes, await options.now())
			const fault = await reportCalls(store, options)
			if (fault === null) response.redirect(303, '/')
			else send(response.status(502), phonePage(store, fault))
		}
		report().catch(next)
	})
	app.post('/manner', (request, response, next) => {
		const asked = manner.safeParse(request.body)
		if (!asked.success) return send(response.status(400), phonePage(store, 'Velg hvordan systemet skal være.'))
		store.manner = asked.data.manner
		store
			.save()
			.then(() => response.redirect(303, '/'))
			.catch(next)
	})
	const server = app.listen(port, '127.0.0.1')
	await once(server, 'listening')
	return {
		url: `${origin}/`,
		creditsUrl: `${origin}/credits`,
		port,
		stop: async () => {
			await new Promise<void>((done) => {
				server.close(() => done())
				server.closeAllConnections()
			})
			await store.save()
		},
	}
}

function send(response: Response, html: string): void {
	response.setHeader('content-security-policy', contentPolicy())
	response.setHeader('cache-control', 'no-store')
	response.type('html').send(html)
}

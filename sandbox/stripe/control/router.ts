import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { contentPolicy } from '../../page.ts'
import { expireDue } from '../objects/payment.ts'
import { actions, type Controlled, seen } from './actions.ts'
import { controlPage } from './page.ts'

export interface ControlOptions extends Controlled {
	origin: string
	/** Seconds, on the clock given. */
	now: () => Promise<number>
}

/** The control page and its use cases: a page for people, JSON for programs that ask for it. */
export function controlRouter(options: ControlOptions): Router {
	const router = express.Router()
	router.get('/', (request, response) => answer(options, request, response, null))
	router.post('/control/:action', express.urlencoded({ extended: false, limit: '10kb' }), (request, response, next) => {
		runAction(options, request, response).catch(next)
	})
	return router
}

async function runAction(options: ControlOptions, request: Request, response: Response): Promise<void> {
	const from = request.get('origin')
	// Another site's page must not reach into a demo that happens to run.
	if (from !== undefined && from !== options.origin) return void response.status(403).send('Ikke herfra')
	const name = request.params.action ?? ''
	const action = Object.hasOwn(actions, name) ? actions[name] : undefined
	if (!action) return void response.status(404).send('Finnes ikke')
	const at = await options.now()
	expireDue(options.store, at)
	const said = await action(options, z.record(z.string(), z.string()).parse(request.body ?? {}), at)
	await options.store.saved()
	if (said === null && !wantsJson(request)) return void response.redirect(303, '/')
	answer(options, request, response.status(said === null ? 200 : 400), said)
}

function answer(options: ControlOptions, request: Request, response: Response, said: string | null): void {
	response.setHeader('cache-control', 'no-store')
	response.setHeader('content-security-policy', contentPolicy())
	if (!wantsJson(request)) return void response.type('html').send(controlPage(options, said))
	response.json(said === null ? seen(options) : { error: said })
}

const wantsJson = (request: Request) => request.get('accept')?.includes('application/json') ?? false

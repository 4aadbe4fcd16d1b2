import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { contentPolicy } from '../../page.ts'
import { answerAuthentication, askForAuthentication, decline, declines, expireDue, pay } from '../objects/payment.ts'
import type { Session } from '../objects/types.ts'
import type { Store } from '../store.ts'
import { bankPage, choicePage, donePage, overPage, unknownPage } from './pages.ts'
import { cards, type Language } from './words.ts'

export interface PayOptions {
	store: Store
	origin: string
	/** Seconds, on the clock given. */
	now: () => Promise<number>
}

const choice = z.object({ card: z.enum(cards), stay: z.literal('yes').optional() })
const bankAnswer = z.object({ answer: z.enum(['yes', 'no']), stay: z.literal('yes').optional() })

interface Visit {
	session: Session
	language: Language
	at: number
}

/** The hosted page: what the payer sees, without script. Each step ends on an address, so that reloading does nothing twice. */
export function payRouter(options: PayOptions): Router {
	const { store } = options
	const router = express.Router()
	const form = express.urlencoded({ extended: false, limit: '10kb' })

	router.get('/:id', (request, response, next) => {
		visit(options, request, response, ({ language, session }) => {
			const shown = { store, session, language }
			const { declined = '', card = 'accepted' } = queryOf(request)
			const chosen = cards.find((one) => one === card) ?? 'accepted'
			return () => response.send(choicePage(shown, declined === '' ? null : declined, chosen))
		}).catch(next)
	})

	router.post('/:id', form, (request, response, next) => {
		visit(options, request, response, ({ at, language, session }) => {
			const { card, stay } = choice.parse(request.body)
			const here = `/pay/${session.id}`
			if (card === 'asks') {
				askForAuthentication(store, session, at)
				const query = new URLSearchParams({ lang: language, ...(stay ? { stay } : {}) })
				return () => response.redirect(303, `${here}/bank?${query}`)
			}
			if (card === 'accepted') {
				pay(store, session, at)
				return () => leave(response, session, language, stay === 'yes')
			}
			decline(store, session, declines[card], at)
			const query = new URLSearchParams({ lang: language, declined: card, card })
			return () => response.redirect(303, `${here}?${query}`)
		}).catch(next)
	})

	router.get('/:id/bank', (request, response, next) => {
		visit(options, request, response, ({ language, session }) => {
			return () => response.send(bankPage({ store, session, language }, queryOf(request).stay === 'yes'))
		}).catch(next)
	})

	router.post('/:id/bank', form, (request, response, next) => {
		visit(options, request, response, ({ at, language, session }) => {
			const { answer, stay } = bankAnswer.parse(request.body)
			const here = `/pay/${session.id}?lang=${language}`
			if (!answerAuthentication(store, session, answer === 'yes', at)) return () => response.redirect(303, here)
			if (answer === 'yes') return () => leave(response, session, language, stay === 'yes')
			return () => response.redirect(303, `${here}&declined=not-holder&card=asks`)
		}).catch(next)
	})
	return router
}

/** Back to where the payer came from; or, to see what happens to one who closes the browser, nowhere. */
function leave(response: Response, session: Session, language: Language, stay: boolean): void {
	const back = session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id)
	if (stay || back === undefined) response.redirect(303, `/pay/${session.id}?lang=${language}`)
	else response.redirect(303, back)
}

/** Finds the session, and lets `act` have it while it is open. What was changed is kept before its answer goes out. */
async function visit(
	{ store, now, origin }: PayOptions,
	request: Request,
	response: Response,
	act: (visit: Visit) => () => void,
): Promise<void> {
	const at = await now()
	const before = store.events.length
	expireDue(store, at)
	const session = store.sessions.find((one) => one.id === request.params.id)
	const language = languageOf(request, session)
	const back = session?.success_url ? [new URL(session.success_url).origin] : []
	response.setHeader('content-security-policy', contentPolicy(back))
	response.setHeader('cache-control', 'no-store')
	const from = request.get('origin')
	// Another site's page must not pay for whoever happens to run a demo.
	if (request.method === 'POST' && from !== undefined && from !== origin) return void response.status(403).end()
	if (!session) return void response.status(404).send(unknownPage(language))
	const answer = answerFor(session)
	if (store.events.length > before) await store.saved()
	answer()

	function answerFor(open: Session): () => void {
		if (open.status === 'open') return act({ session: open, language, at })
		if (open.status === 'expired') return () => response.status(410).send(overPage({ store, session: open, language }))
		// The second of two clicks goes where the first one went.
		if (request.method === 'POST') return () => leave(response, open, language, false)
		return () => response.send(donePage(language))
	}
}

/** What the reader chose, else what the session was made for, else what the browser asks for. */
function languageOf(request: Request, session: Session | undefined): Language {
	const chosen = queryOf(request).lang ?? session?.locale ?? 'auto'
	if (chosen.startsWith('en')) return 'en'
	if (chosen === 'nb') return 'nb'
	return request.acceptsLanguages('nb', 'no', 'nn', 'en') === 'en' ? 'en' : 'nb'
}

function queryOf(request: Request): Record<string, string> {
	return Object.fromEntries(new URL(request.originalUrl, 'http://sandbox.invalid').searchParams)
}

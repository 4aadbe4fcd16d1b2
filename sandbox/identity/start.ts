import { once } from 'node:events'
import express from 'express'
import { freePort } from '../free-port.ts'
import { contentPolicy, escapeHtml, page } from '../page.ts'
import { choosePage } from './choose.ts'
import { endAtOnce } from './end-at-once.ts'
import { family, type Issuer, issuers, staff } from './issuers.ts'
import { makeProvider, type ProviderOptions } from './provider.ts'

export interface IdentityOptions extends Omit<ProviderOptions, 'origin' | 'identifierOrigin' | 'extraClaims'> {
	extraClaims?: ProviderOptions['extraClaims']
	/** The host that the identifiers name. The endpoints are on 127.0.0.1 all the same. */
	identifierHost?: 'localhost' | '127.0.0.1'
	/** The port to take; another one if it is taken. */
	port?: number
}

export interface Identity {
	url: string
	port: number
	/** What the application is configured with. */
	family: { issuer: string; clientId: string; clientJwk: Record<string, unknown> }
	staff: { issuer: string; clientId: string; clientJwk: Record<string, unknown> }
	stop(): Promise<void>
}

/** Both issuers on one loopback address, which their identifiers do not name. */
export async function startIdentity(options: IdentityOptions): Promise<Identity> {
	const port = await freePort(options.port)
	const origin = `http://127.0.0.1:${port}`
	const identifierOrigin = `http://${options.identifierHost ?? 'localhost'}:${port}`
	const extraClaims = options.extraClaims ?? (() => ({}))
	const app = express()
	app.disable('x-powered-by')
	for (const issuer of issuers) {
		const all = { ...options, origin, identifierOrigin, extraClaims }
		const provider = await makeProvider(issuer, all)
		endAtOnce(provider)
		app.use(issuer.path, choosePage(issuer, provider, all), provider.callback())
	}
	app.get('/', (_request, response) => {
		response.setHeader('content-security-policy', contentPolicy())
		response.send(overview(options))
	})
	app.use(explainError)
	const server = app.listen(port, '127.0.0.1')
	await once(server, 'listening')
	const clientOf = (issuer: Issuer) => ({
		issuer: `${identifierOrigin}${issuer.path}`,
		clientId: issuer.clientId,
		clientJwk: options.keys[issuer.kind],
	})
	return {
		url: `${origin}/`,
		port,
		family: clientOf(family),
		staff: clientOf(staff),
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve())
				server.closeAllConnections()
			}),
	}
}

/** A person who comes too late, or by an old link, is told so. */
const explainError: express.ErrorRequestHandler = (error, _request, response, _next) => {
	const late = error instanceof Error && error.name === 'SessionNotFound'
	response.status(late ? 400 : 500).setHeader('content-security-policy', contentPolicy())
	const text = late
		? 'Innloggingen er avbrutt eller for gammel. Gå tilbake til Samvær og begynn på nytt.'
		: 'Noe gikk galt i øvelsens innlogging.'
	response.send(page('Innloggingen stoppet', `<p>${text}</p>`))
}

function overview(options: IdentityOptions): string {
	const parts = issuers.map((issuer) => {
		const people = options.people().filter((person) => person.kind === issuer.kind)
		const items = people.map(
			(person) => `<li><strong>${escapeHtml(person.name)}</strong><p>${escapeHtml(person.can)}</p></li>`,
		)
		return `<h2>${escapeHtml(issuer.name)}</h2>
<ul class="people">${items.join('')}</ul>
<p><a href="${issuer.path}/session/end">Logg ut hos ${escapeHtml(issuer.name)}</a>, som også sier fra til Samvær</p>`
	})
	const about = `<p class="about">Dette er en øvelse: den står der ID-porten og tjenestens egen innlogging står i virkeligheten. Alle personene er oppdiktet.</p>
<p>Begynn i <a href="${escapeHtml(options.publicOrigin)}/">Samvær</a> og velg Logg inn der.</p>`
	return page('Innlogging', `${about}${parts.join('')}`)
}

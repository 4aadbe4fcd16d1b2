import express, { type Request, type Response, type Router } from 'express'
import type { Interaction, Provider } from 'oidc-provider'
import { z } from 'zod'
import type { DemoPerson } from '#sandbox/seeds/seed.ts'
import { contentPolicy, escapeHtml, page } from '../page.ts'
import { describe, type ExtraClaims } from './claims.ts'
import type { Issuer } from './issuers.ts'

const choice = z.object({
	person: z.string(),
	level: z.string().default(''),
	minutesAgo: z.coerce.number().int().min(0).max(100_000).catch(0),
})

export interface ChooseOptions {
	publicOrigin: string
	people: () => readonly DemoPerson[]
	extraClaims: () => ExtraClaims
}

/** The page that stands where a real issuer asks who you are: a button for each person, and nothing to remember. */
export function choosePage(issuer: Issuer, provider: Provider, options: ChooseOptions): Router {
	const router = express.Router()
	const mine = () => options.people().filter((person) => person.kind === issuer.kind)

	const show = async (request: Request, response: Response) => {
		const interaction = await provider.interactionDetails(request, response)
		response.setHeader('content-security-policy', contentPolicy([options.publicOrigin]))
		response.setHeader('cache-control', 'no-store')
		response.send(render(issuer, interaction, mine()))
	}

	const choose = async (request: Request, response: Response) => {
		const interaction = await provider.interactionDetails(request, response)
		const chosen = choice.parse(request.body)
		const person = mine().find((one) => one.id === chosen.person)
		if (!person) return turnBack(provider, request, response)
		const { sub } = describe(issuer, person, options.extraClaims())
		const login = {
			accountId: sub,
			acr: levelFor(issuer, interaction, chosen.level),
			amr: issuer.methods,
			ts: Math.floor(Date.now() / 1000) - chosen.minutesAgo * 60,
		}
		const goOn = await provider.interactionResult(request, response, { login }, { mergeWithLastSubmission: false })
		await makeRoomFor(sub, provider, interaction)
		response.redirect(303, goOn)
	}

	router.get('/choose/:uid', (request, response, next) => void show(request, response).catch(next))
	router.post('/choose/:uid', express.urlencoded({ extended: false, limit: '10kb' }), (request, response, next) => {
		choose(request, response).catch(next)
	})
	return router
}

async function turnBack(provider: Provider, request: Request, response: Response): Promise<void> {
	const result = { error: 'access_denied', error_description: 'Avbrutt' }
	await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

/** The level chosen for a test, or the one asked for, or the issuer's usual one. */
function levelFor(issuer: Issuer, interaction: Interaction, chosen: string): string {
	const asked = String(interaction.params.acr_values ?? '').split(' ')
	return (
		issuer.levels.find((level) => level === chosen) ??
		issuer.levels.find((level) => asked.includes(level)) ??
		issuer.levels[0]
	)
}

/** Where someone else is still signed in here, they are forgotten first; the provider would ask for a click more. */
async function makeRoomFor(sub: string, provider: Provider, interaction: Interaction): Promise<void> {
	if (!interaction.session?.uid || interaction.session.accountId === sub) return
	const session = await provider.Session.findByUid(interaction.session.uid)
	if (!session) return
	session.accountId = undefined
	session.authorizations = undefined
	await session.persist()
}

function render(issuer: Issuer, interaction: Interaction, people: readonly DemoPerson[]): string {
	const items = people.map(
		(person, index) => `<li>
<button name="person" value="${escapeHtml(person.id)}" aria-describedby="can-${index}">${escapeHtml(person.name)}</button>
<p id="can-${index}">${escapeHtml(person.can)}</p>
</li>`,
	)
	const levels = issuer.levels.map((level) => `<option>${escapeHtml(level)}</option>`)
	const action = `${issuer.path}/choose/${encodeURIComponent(interaction.uid)}`
	return page(
		'Velg hvem du er',
		`<p class="about">Dette er en øvelse. I virkeligheten logger du inn med ${escapeHtml(issuer.name)} her. Alle personene er oppdiktet.</p>
<form method="post" action="${escapeHtml(action)}">
<ul class="people">
${items.join('\n')}
</ul>
<details>
<summary>For tester</summary>
<label for="level">Sikkerhetsnivå</label>
<select id="level" name="level"><option value="">Det som blir bedt om</option>${levels.join('')}</select>
<label for="minutesAgo">Logget inn for så mange minutter siden</label>
<input id="minutesAgo" name="minutesAgo" type="number" min="0" value="0">
</details>
<p><button class="quiet" name="person" value="">Avbryt og gå tilbake</button></p>
</form>`,
	)
}

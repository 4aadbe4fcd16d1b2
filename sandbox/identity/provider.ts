import type { ClientMetadata, Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { DemoPerson } from '#sandbox/seeds/seed.ts'
import { contentPolicy, escapeHtml, page } from '../page.ts'
import { suppressOutput } from '../suppress-output.ts'
import { claimNames, describe, type ExtraClaims } from './claims.ts'
import { nameEndpointsOn } from './endpoints.ts'
import type { Issuer } from './issuers.ts'
import { type IdentityKeys, publicHalf } from './keys.ts'

export interface ProviderOptions {
	/** What the issuers' identifiers begin with, and where they describe themselves. */
	identifierOrigin: string
	/** Where their endpoints are reached. */
	origin: string
	/** Where the application is reached. */
	publicOrigin: string
	keys: IdentityKeys
	people: () => readonly DemoPerson[]
	/** What tokens say of somebody beside the usual, or instead of it. */
	extraClaims: () => ExtraClaims
	log: (line: string) => void
}

const hour = 3600

/** That Node 20 is old, and that all is kept in memory. */
const warnings = 'oidc-provider WARNING'

/** An OpenID provider for one issuer: code flow with PKCE, pushed requests, the client known by its key, no consent step. */
export async function makeProvider(issuer: Issuer, options: ProviderOptions): Promise<Provider> {
	const { Provider, interactionPolicy } = await suppressOutput(warnings, () => import('oidc-provider'))
	const policy = interactionPolicy.base()
	policy.get('login')?.checks.add(
		new interactionPolicy.Check('level', 'another level of assurance is asked for', ({ oidc }) => {
			const asked = String(oidc.params?.acr_values ?? '')
			if (asked === '' || oidc.result?.login) return interactionPolicy.Check.NO_NEED_TO_PROMPT
			return !asked.split(' ').includes(oidc.session?.acr ?? '')
		}),
	)
	const configuration: Configuration = {
		...fixed,
		acrValues: issuer.levels,
		claims: { openid: ['sub', 'acr', 'amr', 'auth_time', 'sid', ...claimNames(issuer, options.extraClaims())] },
		clients: [clientOf(issuer, options)],
		cookies: {
			keys: [options.keys.cookies],
			names: {
				session: `${issuer.kind}_session`,
				interaction: `${issuer.kind}_interaction`,
				resume: `${issuer.kind}_resume`,
			},
			long: { path: issuer.path, httpOnly: true, sameSite: 'lax', overwrite: true },
			short: { path: issuer.path, httpOnly: true, sameSite: 'lax', overwrite: true },
		},
		findAccount: (_ctx, sub) => {
			const mine = options.people().filter((person) => person.kind === issuer.kind)
			const described = (person: DemoPerson) => describe(issuer, person, options.extraClaims())
			const person = mine.find((one) => described(one).sub === sub)
			return person && { accountId: sub, claims: () => described(person) }
		},
		interactions: { policy, url: (_ctx, interaction) => `${issuer.path}/choose/${interaction.uid}` },
		jwks: { keys: [options.keys.signing] },
	}
	const provider = await suppressOutput(
		warnings,
		async () => new Provider(`${options.identifierOrigin}${issuer.path}`, configuration),
	)
	nameEndpointsOn(provider, options.origin)
	const report = (what: string, error: Error) => options.log(`${issuer.name}: ${what}: ${explain(error)}`)
	provider.on('server_error', (_ctx, error) => report('fault', error))
	provider.on('authorization.error', (_ctx, error) => report('authorisation refused', error))
	provider.on('pushed_authorization_request.error', (_ctx, error) => report('pushed request refused', error))
	provider.on('grant.error', (_ctx, error) => report('token refused', error))
	provider.on('backchannel.error', (_ctx, error) => report('the application did not take the sign-out', error))
	return provider
}

const fixed: Configuration = {
	clientAuthMethods: ['private_key_jwt'],
	clockTolerance: 5,
	conformIdTokenClaims: false,
	features: {
		devInteractions: { enabled: false },
		pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
		backchannelLogout: { enabled: true },
		rpInitiatedLogout: { enabled: true, logoutSource: askToSignOut, postLogoutSuccessSource: signedOut },
	},
	// The application is on this machine, which the provider's own guard against inner addresses would refuse.
	fetch: (input, init) => fetch(input, { ...init, ...{ dispatcher: undefined } }),
	loadExistingGrant: grantAtOnce,
	pkce: { required: () => true },
	renderError: (ctx, out) => {
		answer(
			ctx,
			page(
				'Innloggingen stoppet',
				`<p>Feilen heter <code>${escapeHtml(out.error)}</code>. ${escapeHtml(out.error_description ?? '')}</p>`,
			),
		)
	},
	responseTypes: ['code'],
	scopes: ['openid', 'profile'],
	subjectTypes: ['public'],
	ttl: {
		AccessToken: hour,
		AuthorizationCode: 60,
		Grant: 8 * hour,
		IdToken: hour,
		Interaction: hour,
		Session: 8 * hour,
	},
}

function clientOf(issuer: Issuer, { keys, publicOrigin }: ProviderOptions): ClientMetadata {
	return {
		client_id: issuer.clientId,
		client_name: 'Samvær',
		token_endpoint_auth_method: 'private_key_jwt',
		token_endpoint_auth_signing_alg: 'ES256',
		jwks: { keys: [publicHalf(keys[issuer.kind])] },
		grant_types: ['authorization_code'],
		response_types: ['code'],
		id_token_signed_response_alg: 'RS256',
		redirect_uris: [`${publicOrigin}${issuer.callbackPath}`],
		post_logout_redirect_uris: ['/', '/sign-in', '/staff', '/staff/sign-in'].map((path) => `${publicOrigin}${path}`),
		backchannel_logout_uri: `${publicOrigin}/webhooks/sign-out`,
		backchannel_logout_session_required: true,
	}
}

/** Who chose a person has agreed to everything: no consent step. */
async function grantAtOnce(ctx: KoaContextWithOIDC) {
	const { client, provider, session } = ctx.oidc
	if (!client || !session?.accountId) return undefined
	const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId })
	grant.addOIDCScope([...ctx.oidc.requestParamScopes].join(' '))
	await grant.save()
	return grant
}

function askToSignOut(ctx: KoaContextWithOIDC, form: string): void {
	const buttons =
		'<p><button form="op.logoutForm" name="logout" value="yes">Logg ut</button></p><p><button class="quiet" form="op.logoutForm">Nei, bli værende</button></p>'
	answer(ctx, page('Vil du logge ut?', `${form}${buttons}`))
}

function signedOut(ctx: KoaContextWithOIDC): void {
	answer(ctx, page('Du er logget ut', '<p>Du kan lukke siden.</p>'))
}

function answer(ctx: KoaContextWithOIDC, html: string): void {
	ctx.set('content-security-policy', contentPolicy(['http://localhost:*']))
	ctx.type = 'html'
	ctx.body = html
}

function explain(error: Error): string {
	const detail = 'error_description' in error ? error.error_description : undefined
	return detail ? `${error.message}: ${detail}` : error.message
}

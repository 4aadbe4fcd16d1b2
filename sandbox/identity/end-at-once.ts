import type { KoaContextWithOIDC, Provider } from 'oidc-provider'

/**
 * Ends the session without asking when the application shows whose it is by an ID token, as ID-porten does. The provider
 * itself always asks, so its question is answered for the browser.
 */
export function endAtOnce(provider: Provider): void {
	provider.use(async (ctx: KoaContextWithOIDC, next) => {
		await next()
		// Outside the provider's own routes there is no `oidc`, whatever the type says.
		const asks = ctx.status === 200 && ctx.oidc?.route === 'end_session' && ctx.oidc.entities.IdTokenHint !== undefined
		const secret = asks ? ctx.oidc.session?.state?.secret : undefined
		if (typeof secret !== 'string') return
		const answer = await fetch(ctx.oidc.urlFor('end_session_confirm'), {
			method: 'POST',
			redirect: 'manual',
			headers: { cookie: cookiesOf(ctx) },
			body: new URLSearchParams({ xsrf: secret, logout: 'yes' }),
		})
		const location = answer.headers.get('location')
		if (!location) return
		for (const cookie of answer.headers.getSetCookie()) ctx.append('set-cookie', cookie)
		ctx.body = null
		ctx.status = 303
		ctx.set('location', location)
	})
}

/** The browser's cookies as they will be after this answer. */
function cookiesOf(ctx: KoaContextWithOIDC): string {
	const set = [ctx.response.get('set-cookie')].flat()
	const pairs = [...ctx.get('cookie').split('; '), ...set.map((cookie) => cookie.split(';')[0] ?? '')]
	const byName = new Map(pairs.filter(Boolean).map((pair) => [pair.split('=')[0], pair]))
	return [...byName.values()].join('; ')
}

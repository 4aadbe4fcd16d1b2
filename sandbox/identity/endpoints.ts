import type { KoaContextWithOIDC, Provider } from 'oidc-provider'

/**
 * Has the issuer name its endpoints on another host than its identifier, as ID-porten does: what a browser may be sent to is
 * known from the endpoints alone.
 */
export function nameEndpointsOn(provider: Provider, origin: string): void {
	provider.use(async (ctx: KoaContextWithOIDC, next) => {
		await next()
		if (ctx.oidc?.route !== 'discovery') return
		const told: Record<string, unknown> = { ...Object(ctx.body) }
		ctx.body = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, moved(name, value, origin)]))
	})
}

function moved(name: string, value: unknown, origin: string): unknown {
	if (typeof value !== 'string' || !(name.endsWith('_endpoint') || name === 'jwks_uri')) return value
	const { pathname, search } = new URL(value)
	return `${origin}${pathname}${search}`
}

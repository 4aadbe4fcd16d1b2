import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '#app/config.server.ts'
import { browserOrigins } from '#app/integrations/oidc-discovery.server.ts'
import { beforeHead } from './before-head.server.ts'
import { requestContext } from './request-context.server.ts'

/** Every header by name and value: a newer helmet changes nothing unseen. */
export function securityHeaders(config: Config): RequestHandler[] {
	const payments = config.stripe ? [config.stripe.checkoutOrigin] : []
	const twoYears = 63_072_000
	return [
		helmet({
			contentSecurityPolicy: false,
			crossOriginEmbedderPolicy: false,
			crossOriginOpenerPolicy: { policy: 'same-origin' },
			crossOriginResourcePolicy: { policy: 'same-origin' },
			originAgentCluster: true,
			// `no-referrer` would make browsers send `Origin: null` with our own forms.
			referrerPolicy: { policy: 'same-origin' },
			strictTransportSecurity: { maxAge: twoYears, includeSubDomains: true },
			xContentTypeOptions: true,
			xDnsPrefetchControl: { allow: false },
			xDownloadOptions: false,
			xFrameOptions: { action: 'deny' },
			xPermittedCrossDomainPolicies: { permittedPolicies: 'none' },
			xPoweredBy: true,
			xXssProtection: false,
		}),
		(_req, res, next) => {
			// An issuer that was away may have described itself while the page was made.
			beforeHead(res, () => {
				const elsewhere = [...browserOrigins(), ...payments]
				res.setHeader('Content-Security-Policy', contentPolicy(requestContext(res).nonce, elsewhere))
			})
			res.setHeader('Permissions-Policy', permissions)
			next()
		},
	]
}

/**
 * Nothing but our own, and scripts only by this page's nonce. A form may end elsewhere: signing in and out goes to an
 * issuer's endpoints, which need not be where its identifier is, and paying to Stripe's page.
 */
function contentPolicy(nonce: string, elsewhere: readonly string[]): string {
	return [
		"default-src 'none'",
		`script-src 'nonce-${nonce}' 'strict-dynamic'`,
		"style-src 'self'",
		"img-src 'self' data:",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		`form-action ${["'self'", ...elsewhere].join(' ')}`,
		"frame-ancestors 'none'",
		"base-uri 'none'",
	].join('; ')
}

const permissions = [
	'accelerometer',
	'browsing-topics',
	'camera',
	'display-capture',
	'geolocation',
	'gyroscope',
	'hid',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'publickey-credentials-get',
	'screen-wake-lock',
	'serial',
	'usb',
	'xr-spatial-tracking',
]
	.map((feature) => `${feature}=()`)
	.join(', ')

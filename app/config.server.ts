import { z } from 'zod'

/**
 * The only reader of `process.env` in the application. Checked once at start; a wrong or missing value stops the process
 * with one sentence per fault and never prints a secret.
 *
 * `SAMVAER_ENV` decides what is allowed, not `NODE_ENV`: `production` (the default) refuses plain-http sign-in issuers,
 * synthetic national numbers, a movable clock and the demo's secrets.
 */
export type Environment = 'development' | 'demo' | 'test' | 'production'

const jwk = z
	.string()
	.transform((text, context) => {
		try {
			return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
		} catch {
			context.addIssue({ code: 'custom', message: 'is not a JSON Web Key' })
			return z.NEVER
		}
	})
	.refine((key) => typeof key.kty === 'string' && typeof key.d === 'string', 'is not a private JSON Web Key')

const key32 = z
	.string()
	.transform((text) => Buffer.from(text, 'base64'))
	.refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64')

/** `id:base64` pairs, comma-separated; the first encrypts, all decrypt. */
const keyRing = z.string().transform((text, context) =>
	text.split(',').map((pair) => {
		const [id, encoded] = pair.split(':')
		const parsed = key32.safeParse(encoded ?? '')
		if (!id || !parsed.success) {
			context.addIssue({ code: 'custom', message: 'must be id:base64 pairs of 32-byte keys' })
			return z.NEVER
		}
		return { id, key: parsed.data }
	}),
)

const schema = z.object({
	SAMVAER_ENV: z.enum(['development', 'demo', 'test', 'production']).default('production'),
	NODE_ENV: z.enum(['production', 'development'], 'must be production'),
	HOST: z.string().default('127.0.0.1'),
	PORT: z.coerce.number().int().min(0).max(65535).default(3000),
	PUBLIC_ORIGIN: z.url().transform((url) => new URL(url).origin),
	DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
	DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(20),
	TRUST_PROXY: z.string().default(''),
	FAMILY_OIDC_ISSUER: z.url(),
	FAMILY_OIDC_CLIENT_ID: z.string().min(1),
	FAMILY_OIDC_CLIENT_JWK: jwk,
	STAFF_OIDC_ISSUER: z.url(),
	STAFF_OIDC_CLIENT_ID: z.string().min(1),
	STAFF_OIDC_CLIENT_JWK: jwk,
	PID_KEYS: keyRing,
	PID_INDEX_KEY: key32,
	SMTP_URL: z.url({ protocol: /^smtps?$/ }),
	MAIL_FROM: z.string().min(3).default('Samvær <ikke-svar@samvaer.example>'),
	SAMVAER_CLOCK_FILE: z.string().optional(),
	METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
	METRICS_HOST: z.string().default('127.0.0.1'),
	STRIPE_SECRET_KEY: z
		.string()
		.regex(/^(sk|rk)_(live|test)_\w+$/, 'is not a secret key of Stripe')
		.optional(),
	STRIPE_WEBHOOK_SECRETS: z
		.string()
		.transform((text) => text.split(',').map((secret) => secret.trim()))
		.refine((secrets) => secrets.every((secret) => /^whsec_\S{16,}$/.test(secret)), 'must be whsec_ secrets')
		.optional(),
	STRIPE_API_BASE: z.url({ protocol: /^https?$/ }).optional(),
	PHONE_SYSTEM_URL: z.url({ protocol: /^https?$/ }).optional(),
	PHONE_SYSTEM_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
	PHONE_SYSTEM_FOLDER: z.string().min(1).optional(),
	PHONE_SYSTEM_FILE_AT: z
		.string()
		.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 06:00')
		.default('06:00'),
	PHONE_USAGE_SECRETS: z
		.string()
		.transform((text) => text.split(',').map((secret) => secret.trim()))
		.refine((secrets) => secrets.every((secret) => secret.length >= 32), 'must each be at least 32 characters')
		.optional(),
	CHECK_DOCUMENTS: z.enum(['on', 'off']).optional(),
	FAST_RENDER: z.enum(['on', 'off']).default('on'),
	LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/**
 * The name of every setting, for docs/operations.md to be held against.
 *
 * @internal
 */
export const settingNames: readonly string[] = Object.keys(schema.shape)

export interface OidcClientConfig {
	issuer: string
	clientId: string
	clientJwk: Record<string, unknown>
	allowHttp: boolean
}

export interface PhoneConfig {
	/** Where credits are sent as they fall due. */
	push: { url: URL; secret: string } | null
	/** Where a file with the day's credits is put, at a time of day in Oslo (`06:00`). */
	folder: { path: string; at: string } | null
	/** What reports of calls are signed with; none are taken while there is none. Two while it is changed. */
	usageSecrets: readonly string[]
}

export interface Config {
	environment: Environment
	host: string
	port: number
	publicOrigin: string
	databaseUrl: string
	databasePool: number
	trustProxy: string[]
	family: OidcClientConfig
	staff: OidcClientConfig
	pidKeys: { id: string; key: Buffer }[]
	pidIndexKey: Buffer
	smtpUrl: string
	mailFrom: string
	clockFile: string | null
	/** Where this process tells its metrics; null where it does not. */
	metrics: { host: string; port: number } | null
	/** null: the portal takes no payments, and offers none. */
	stripe: StripeConfig | null
	phone: PhoneConfig
	/** Whether JSON documents from the database are held against their schemas: what costs time on the hot paths. */
	checksDocuments: boolean
	/** Whether pages are rendered in the short way of app/server/fast-render.server.ts; else by Remix as it comes. */
	fastRender: boolean
	logLevel: string
}

export interface StripeConfig {
	secretKey: string
	/** Any of them may have signed a webhook: two while one takes the other's place. */
	webhookSecrets: readonly string[]
	/** Where else than at Stripe the API is; null for Stripe itself. */
	apiBase: URL | null
	/** Whether the key moves real funds. */
	live: boolean
	/** Where the payer is sent to pay. */
	checkoutOrigin: string
}

/** Parses the environment. Throws one `Error` that lists every fault by variable name, values left out. */
export function readConfig(env: Record<string, string | undefined>): Config {
	const parsed = schema.safeParse(env)
	if (!parsed.success) {
		const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
		throw new Error(`The configuration is not usable:\n${faults.join('\n')}`)
	}
	const e = parsed.data
	const sandboxed = e.SAMVAER_ENV !== 'production'
	const faults = developmentFaults(e)
	if (!sandboxed) {
		for (const name of ['PUBLIC_ORIGIN', 'FAMILY_OIDC_ISSUER', 'STAFF_OIDC_ISSUER'] as const) {
			if (!e[name].startsWith('https://')) faults.push(`  ${name}: must be https in production`)
		}
		if (e.SAMVAER_CLOCK_FILE) faults.push('  SAMVAER_CLOCK_FILE: the clock cannot be moved in production')
		if (
			new Set([e.PID_INDEX_KEY, ...e.PID_KEYS.map((k) => k.key)].map((k) => k.toString('hex'))).size <=
			e.PID_KEYS.length
		)
			faults.push('  PID_INDEX_KEY: must differ from every key of PID_KEYS')
		if ([e.PID_INDEX_KEY, ...e.PID_KEYS.map((k) => k.key)].some((k) => new Set(k).size < 8))
			faults.push('  PID_KEYS, PID_INDEX_KEY: too little randomness for a real key')
		if (e.STRIPE_API_BASE) faults.push('  STRIPE_API_BASE: payments go to Stripe itself in production')
		if (e.STRIPE_SECRET_KEY && !liveKey.test(e.STRIPE_SECRET_KEY))
			faults.push('  STRIPE_SECRET_KEY: must be a live key in production')
	}
	if (e.METRICS_PORT === e.PORT) faults.push('  METRICS_PORT: must differ from PORT')
	if (!sandboxed && e.PHONE_SYSTEM_URL && !e.PHONE_SYSTEM_URL.startsWith('https://'))
		faults.push('  PHONE_SYSTEM_URL: must be https in production')
	if ((e.PHONE_SYSTEM_URL === undefined) !== (e.PHONE_SYSTEM_SECRET === undefined))
		faults.push('  PHONE_SYSTEM_URL, PHONE_SYSTEM_SECRET: both or neither')
	if (e.PHONE_SYSTEM_URL && e.PHONE_SYSTEM_FOLDER)
		faults.push('  PHONE_SYSTEM_URL, PHONE_SYSTEM_FOLDER: credits go one way alone')
	if (e.PHONE_SYSTEM_SECRET && e.PHONE_USAGE_SECRETS?.includes(e.PHONE_SYSTEM_SECRET))
		faults.push('  PHONE_USAGE_SECRETS: must differ from PHONE_SYSTEM_SECRET, or what we send could be sent back to us')
	if ((e.STRIPE_SECRET_KEY === undefined) !== (e.STRIPE_WEBHOOK_SECRETS === undefined))
		faults.push('  STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRETS: both or neither; without them no payments are taken')
	if (sandboxed && e.STRIPE_SECRET_KEY && liveKey.test(e.STRIPE_SECRET_KEY))
		faults.push('  STRIPE_SECRET_KEY: real money moves in production only')
	if (faults.length > 0) throw new Error(`The configuration is not usable:\n${faults.join('\n')}`)
	return {
		environment: e.SAMVAER_ENV,
		host: e.HOST,
		port: e.PORT,
		publicOrigin: e.PUBLIC_ORIGIN,
		databaseUrl: e.DATABASE_URL,
		databasePool: e.DATABASE_POOL,
		trustProxy: e.TRUST_PROXY.split(',')
			.map((s) => s.trim())
			.filter(Boolean),
		family: {
			issuer: e.FAMILY_OIDC_ISSUER,
			clientId: e.FAMILY_OIDC_CLIENT_ID,
			clientJwk: e.FAMILY_OIDC_CLIENT_JWK,
			allowHttp: sandboxed,
		},
		staff: {
			issuer: e.STAFF_OIDC_ISSUER,
			clientId: e.STAFF_OIDC_CLIENT_ID,
			clientJwk: e.STAFF_OIDC_CLIENT_JWK,
			allowHttp: sandboxed,
		},
		pidKeys: e.PID_KEYS,
		pidIndexKey: e.PID_INDEX_KEY,
		smtpUrl: e.SMTP_URL,
		mailFrom: e.MAIL_FROM,
		clockFile: e.SAMVAER_CLOCK_FILE ?? null,
		metrics: e.METRICS_PORT === undefined ? null : { host: e.METRICS_HOST, port: e.METRICS_PORT },
		stripe: stripeOf(e),
		phone: phoneOf(e),
		checksDocuments: checksDocuments(e),
		fastRender: e.FAST_RENDER === 'on',
		logLevel: e.LOG_LEVEL,
	}
}

function checksDocuments({ CHECK_DOCUMENTS, SAMVAER_ENV }: z.output<typeof schema>): boolean {
	return CHECK_DOCUMENTS ? CHECK_DOCUMENTS === 'on' : SAMVAER_ENV === 'test' || SAMVAER_ENV === 'development'
}

const loopback = new Set(['127.0.0.1', '[::1]', '::1', 'localhost'])

/** The development server sends sources and stack traces, so it is for this machine alone. */
function developmentFaults(e: z.output<typeof schema>): string[] {
	if (e.SAMVAER_ENV !== 'development')
		return e.NODE_ENV === 'production' ? [] : ['  NODE_ENV: built code must run with NODE_ENV=production']
	const faults: string[] = []
	if (!loopback.has(e.HOST)) faults.push('  HOST: must be a loopback address in development')
	if (!loopback.has(new URL(e.PUBLIC_ORIGIN).hostname))
		faults.push('  PUBLIC_ORIGIN: must be on a loopback address in development')
	return faults
}

const commandSchema = schema.pick({ SAMVAER_ENV: true, DATABASE_URL: true, SAMVAER_CLOCK_FILE: true })

/** The few settings of a command that only needs the database. Throws as `readConfig` does. */
export function readCommandConfig(env: Record<string, string | undefined>): Pick<Config, 'databaseUrl' | 'clockFile'> {
	const parsed = commandSchema.safeParse(env)
	if (!parsed.success) {
		const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
		throw new Error(`The configuration is not usable:\n${faults.join('\n')}`)
	}
	const { SAMVAER_ENV, DATABASE_URL, SAMVAER_CLOCK_FILE } = parsed.data
	if (SAMVAER_ENV === 'production' && SAMVAER_CLOCK_FILE)
		throw new Error('The configuration is not usable:\n  SAMVAER_CLOCK_FILE: the clock cannot be moved in production')
	return { databaseUrl: DATABASE_URL, clockFile: SAMVAER_CLOCK_FILE ?? null }
}

export const commandConfig = () => readCommandConfig(process.env)
const liveKey = /^(sk|rk)_live_/

function stripeOf(e: z.output<typeof schema>): StripeConfig | null {
	if (!e.STRIPE_SECRET_KEY || !e.STRIPE_WEBHOOK_SECRETS) return null
	const apiBase = e.STRIPE_API_BASE ? new URL(e.STRIPE_API_BASE) : null
	return {
		secretKey: e.STRIPE_SECRET_KEY,
		webhookSecrets: e.STRIPE_WEBHOOK_SECRETS,
		apiBase,
		live: liveKey.test(e.STRIPE_SECRET_KEY),
		checkoutOrigin: apiBase?.origin ?? 'https://checkout.stripe.com',
	}
}

function phoneOf(e: z.output<typeof schema>): PhoneConfig {
	const { PHONE_SYSTEM_URL: url, PHONE_SYSTEM_SECRET: secret, PHONE_SYSTEM_FOLDER: path } = e
	return {
		push: url && secret ? { url: new URL(url), secret } : null,
		folder: path ? { path, at: e.PHONE_SYSTEM_FILE_AT } : null,
		usageSecrets: e.PHONE_USAGE_SECRETS ?? [],
	}
}

let current: Config | undefined

/** The process's configuration, read from the environment on first use. */
export function config(): Config {
	current ??= readConfig(process.env)
	return current
}

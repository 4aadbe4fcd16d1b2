import type { Identity } from './identity/start.ts'
import type { State } from './state.ts'

export interface Settings {
	environment: 'development' | 'demo' | 'test'
	appPort: number
	publicOrigin: string
	appUrl: string
	identity: Pick<Identity, 'family' | 'staff'>
	smtpUrl: string
	clockFile: string
	paymentsUrl: string
	/** Where the phone system takes credits. */
	creditsUrl: string
	state: Pick<State, 'pidKeys' | 'pidIndexKey' | 'payments' | 'phone'>
}

/** Every setting that the application reads (app/config.server.ts), as the sandbox gives it. */
export function environmentFor(settings: Settings): NodeJS.ProcessEnv {
	const { identity, state } = settings
	return {
		NODE_ENV: settings.environment === 'development' ? 'development' : 'production',
		SAMVAER_ENV: settings.environment,
		HOST: '127.0.0.1',
		PORT: String(settings.appPort),
		PUBLIC_ORIGIN: settings.publicOrigin,
		DATABASE_URL: settings.appUrl,
		FAMILY_OIDC_ISSUER: identity.family.issuer,
		FAMILY_OIDC_CLIENT_ID: identity.family.clientId,
		FAMILY_OIDC_CLIENT_JWK: JSON.stringify(identity.family.clientJwk),
		STAFF_OIDC_ISSUER: identity.staff.issuer,
		STAFF_OIDC_CLIENT_ID: identity.staff.clientId,
		STAFF_OIDC_CLIENT_JWK: JSON.stringify(identity.staff.clientJwk),
		PID_KEYS: state.pidKeys,
		PID_INDEX_KEY: state.pidIndexKey,
		SMTP_URL: settings.smtpUrl,
		SAMVAER_CLOCK_FILE: settings.clockFile,
		STRIPE_SECRET_KEY: state.payments.secretKey,
		STRIPE_WEBHOOK_SECRETS: state.payments.webhookSecret,
		STRIPE_API_BASE: settings.paymentsUrl,
		PHONE_SYSTEM_URL: settings.creditsUrl,
		PHONE_SYSTEM_SECRET: state.phone.secret,
		PHONE_USAGE_SECRETS: state.phone.usageSecret,
	}
}

import type { Logger } from 'pino'
import type { Locale } from '#app/i18n/locale.ts'
import type { ServiceDeps } from '#app/services/context.ts'
import type { Db } from '#db/client.server.ts'

/** What the server gives each request: one object a request, the same for all its loaders. */
export interface RequestContext extends ServiceDeps {
	db: Db
	/** The application's clock: what every rule reckons with. */
	now: Date
	/** The machine's own time, for sign-in and sessions; in the demo the two differ. */
	machineNow: Date
	requestId: string
	/** For the scripts of this page. */
	nonce: string
	locale: Locale
	/** Stands for the caller's address in rate limits; not the address itself. */
	caller(): string
	log: Logger
	/** Whether the page is rendered in the short way (`FAST_RENDER`). */
	fastRender: boolean
	/** Adds a cookie to whatever is answered. */
	setCookie(cookie: string): void
}

declare module '@remix-run/server-runtime' {
	interface AppLoadContext extends RequestContext {}
	interface Future {
		v3_singleFetch: true
	}
}

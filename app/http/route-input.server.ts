import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Locale } from '#app/i18n/locale.ts'
import { type T, translator } from '#app/i18n/translate.ts'
import type { RequestContext } from './load-context.server.ts'

/** What a loader or action is given beside its caller. */
export interface RouteInput {
	params: LoaderFunctionArgs['params']
	request: Request
	/** The address asked for; its origin is the service's own, whatever Host the caller named. */
	url: URL
	locale: Locale
	t: T
	/** What the request came with: times, cookies to set, the log. */
	context: RequestContext
}

export function routeInput({ params, request, context }: LoaderFunctionArgs): RouteInput {
	return { params, request, url: new URL(request.url), locale: context.locale, t: translator(context.locale), context }
}

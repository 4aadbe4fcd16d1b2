import type { EntryContext, HandleErrorFunction, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { readConflict } from '#app/http/conflict-answer.ts'
import { formContextFor } from '#app/http/form-context.server.ts'
import { formMismatchIn } from '#app/http/form-mismatch.ts'
import { prerenderedResponse } from '#app/http/prerendered-page.server.ts'
import { RequestInfoProvider } from '#app/http/request-info.tsx'
import { htmlLang } from '#app/i18n/locale.ts'
import { loggable } from '#app/server/log.server.ts'

export { start } from '#app/server/start.server.ts'

/** No page has promises in its data: what the framework would stream of them has nothing to wait for. */
export const streamTimeout = 1_000

/** A page is rendered in one piece: nothing in it comes later, so there is nothing to stream. */
export default function renderDocument(
	request: Request,
	status: number,
	headers: Headers,
	remixContext: EntryContext,
	loadContext: LoaderFunctionArgs['context'],
): Response {
	// What the framework's script would be handed, if a page had it, is left lying: to cancel it costs more than to forget it.
	const { serverHandoffStream: _unread, ...context } = remixContext
	const { nonce, requestId, locale } = loadContext
	const { errors } = context.staticHandlerContext
	const about = {
		problemStatus: errors ? status : null,
		conflict: errors ? conflictAmong(Object.values(errors)) : null,
		formMismatch: formMismatchIn(errors),
		formContext: formContextFor(loadContext),
	}
	const matched = context.staticHandlerContext.matches.map(({ route }) => route.id)
	const html = renderToString(
		<RequestInfoProvider value={{ nonce, requestId, locale, ...about }}>
			<RemixServer context={onlyRoutes(context, matched)} url={request.url} nonce={nonce} />
		</RequestInfoProvider>,
	)
	headers.set('Content-Type', 'text/html; charset=utf-8')
	headers.set('Content-Language', htmlLang[locale])
	return prerenderedResponse(`<!doctype html>${html}`, { status, headers })
}

function conflictAmong(errors: readonly unknown[]) {
	return errors.map((error) => (isRouteErrorResponse(error) ? readConflict(error.data) : null)).find(Boolean) ?? null
}

/** The page's own routes: the framework would build a tree of all of them, for every page. */
function onlyRoutes(context: EntryContext, ids: readonly string[]): EntryContext {
	const { manifest, routeModules } = context
	return {
		...context,
		manifest: { ...manifest, routes: pick(manifest.routes, ids) },
		routeModules: pick(routeModules, ids),
	}
}

function pick<T>(of: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
	return Object.fromEntries(Object.entries(of).filter(([id]) => ids.includes(id)))
}

/** What went wrong unforeseen is logged with the request's id; the page shows the id and nothing else. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
	if (request.signal.aborted) return
	const { log, requestId } = context
	if (isRouteErrorResponse(error)) log.info({ requestId, status: error.status }, 'no such page')
	else log.error({ requestId, error: loggable(error) }, 'failed')
}

import { PassThrough } from 'node:stream'
import {
	createReadableStreamFromReadable,
	type EntryContext,
	type HandleErrorFunction,
	type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { readConflict } from '#app/http/conflict-answer.ts'
import { formContextFor } from '#app/http/form-context.server.ts'
import { formMismatchIn } from '#app/http/form-mismatch.ts'
import { RequestInfoProvider } from '#app/http/request-info.tsx'
import { takeStashedForm } from '#app/http/stash-form.server.ts'
import { htmlLang } from '#app/i18n/locale.ts'
import { renderInOnePiece } from '#app/server/fast-render.server.ts'
import { loggable } from '#app/server/log.server.ts'

export { start } from '#app/server/start.server.ts'

/** No page has promises in its data: what the framework would stream of them has nothing to wait for. */
export const streamTimeout = 1_000

export default function renderDocument(
	request: Request,
	status: number,
	headers: Headers,
	remixContext: EntryContext,
	loadContext: LoaderFunctionArgs['context'],
): Response | Promise<Response> {
	const { nonce, requestId, locale, fastRender } = loadContext
	const { errors } = remixContext.staticHandlerContext
	const about = {
		problemStatus: errors ? status : null,
		hasErrors: errors === null && status >= 400,
		conflict: errors ? conflictAmong(Object.values(errors)) : null,
		formMismatch: formMismatchIn(errors),
		formContext: formContextFor(loadContext),
		stashed: errors || request.method !== 'GET' ? null : takeStashedForm(loadContext, request),
	}
	const page = (context: EntryContext) => (
		<RequestInfoProvider value={{ nonce, requestId, locale, ...about }}>
			<RemixServer context={context} url={request.url} nonce={nonce} />
		</RequestInfoProvider>
	)
	headers.set('Content-Type', 'text/html; charset=utf-8')
	headers.set('Content-Language', htmlLang[locale])
	const init = { status, headers }
	return fastRender ? renderInOnePiece(page, remixContext, init) : renderAsStream(page(remixContext), init)
}

/** As Remix comes. */
function renderAsStream(page: ReactElement, init: ResponseInit): Promise<Response> {
	return new Promise((resolve, reject) => {
		const { pipe } = renderToPipeableStream(page, {
			onAllReady: () => {
				const body = new PassThrough()
				resolve(new Response(createReadableStreamFromReadable(body), init))
				pipe(body)
			},
			onError: reject,
		})
	})
}

function conflictAmong(errors: readonly unknown[]) {
	return errors.map((error) => (isRouteErrorResponse(error) ? readConflict(error.data) : null)).find(Boolean) ?? null
}

/** What went wrong unforeseen is logged with the request's id; the page shows the id and nothing else. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
	if (request.signal.aborted) return
	const { log, requestId } = context
	if (isRouteErrorResponse(error)) log.info({ requestId, status: error.status }, 'no such page')
	else log.error({ requestId, error: loggable(error) }, 'failed')
}

import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type EntryContext, type ServerBuild } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { elementsOf, type Markup } from './markup.ts'

/**
 * `streamed`: as Remix comes, with single fetch and its own way of sending a page as a stream. `whole`: the page in one piece and no
 * single fetch, the fastest that Remix was seen to be.
 */
export type RemixForm = 'streamed' | 'whole'

/**
 * A Remix application of one route and nothing else, as its compiler would put it together: no framework script, plain
 * elements.
 */
export function bareBuild(form: RemixForm, markup: Markup, ask: () => Promise<void>): ServerBuild {
	const id = 'root'
	const route = {
		id,
		path: '',
		hasAction: false,
		hasLoader: true,
		hasErrorBoundary: false,
		hasClientAction: false,
		hasClientLoader: false,
		module: '/root.js',
		imports: [],
	}
	return {
		mode: 'production',
		isSpaMode: false,
		basename: '/',
		publicPath: '/',
		assetsBuildDirectory: 'build/client',
		future: {
			v3_fetcherPersist: true,
			v3_relativeSplatPath: true,
			v3_throwAbortReason: true,
			v3_singleFetch: form === 'streamed',
			v3_lazyRouteDiscovery: false,
		},
		assets: { version: '1', url: '/manifest.js', entry: { module: '/entry.js', imports: [] }, routes: { [id]: route } },
		routes: {
			[id]: {
				id,
				path: '',
				module: {
					default: () => elementsOf(markup),
					loader: async () => {
						await ask()
						return { asked: true }
					},
				},
			},
		},
		entry: { module: { default: form === 'streamed' ? stream : render } },
	}
}

function render(request: Request, status: number, headers: Headers, context: EntryContext): Response {
	const html = renderToString(<RemixServer context={context} url={request.url} />)
	headers.set('Content-Type', 'text/html; charset=utf-8')
	return new Response(`<!doctype html>${html}`, { status, headers })
}

function stream(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
	return new Promise((resolve, reject) => {
		const page = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
			onShellReady() {
				const body = new PassThrough()
				headers.set('Content-Type', 'text/html; charset=utf-8')
				resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
				page.pipe(body)
			},
			onShellError: reject,
		})
	})
}

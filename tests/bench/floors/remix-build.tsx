import type { EntryContext, ServerBuild } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { elementsOf, type Markup } from './markup.ts'

/**
 * A Remix application of one route and nothing else, as its compiler would put it together: the page in one piece, no framework
 * script, no single fetch, plain elements. It is the fastest that Remix was seen to be.
 */
export function bareBuild(markup: Markup, ask: () => Promise<void>): ServerBuild {
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
			v3_singleFetch: false,
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
		entry: { module: { default: render } },
	}
}

function render(request: Request, status: number, headers: Headers, context: EntryContext): Response {
	const html = renderToString(<RemixServer context={context} url={request.url} />)
	headers.set('Content-Type', 'text/html; charset=utf-8')
	return new Response(`<!doctype html>${html}`, { status, headers })
}

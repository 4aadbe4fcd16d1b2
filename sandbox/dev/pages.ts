import type { RequestHandler, Response } from 'express'
import { escapeHtml } from '../page.ts'

/**
 * Pages as development shows them: with the script that reloads them after a save, and what failed with the lines of its
 * sources. They are not compressed on the way, so that both can be put in.
 */
export function reloadingPages(failureOf: (requestId: string) => string | null): RequestHandler {
	return (req, res, next) => {
		delete req.headers['accept-encoding']
		rewritePage(res, (html) => {
			const id = res.getHeader('x-request-id')
			return withFailure(withReload(html, res), typeof id === 'string' ? failureOf(id) : null)
		})
		next()
	}
}

function withReload(html: string, res: Response): string {
	const nonce = /'nonce-([^']+)'/.exec(String(res.getHeader('Content-Security-Policy')))?.[1] ?? ''
	return html.replace('</head>', `<script type="module" src="/@vite/client" nonce="${nonce}"></script></head>`)
}

function withFailure(html: string, failure: string | null): string {
	return failure === null ? html : html.replace('</main>', `<pre>${escapeHtml(failure)}</pre></main>`)
}

/** Holds an HTML answer back until it is whole, and sends what `rewrite` makes of it. */
function rewritePage(res: Response, rewrite: (html: string) => string): void {
	const chunks: Buffer[] = []
	const { write, end } = res
	const isPage = () => String(res.getHeader('Content-Type')).startsWith('text/html')
	const keep = (chunk: unknown) => {
		if (Buffer.isBuffer(chunk)) chunks.push(chunk)
		else if (typeof chunk === 'string') chunks.push(Buffer.from(chunk))
	}
	Object.assign(res, {
		write(...given: unknown[]) {
			if (!isPage()) return Reflect.apply(write, res, given)
			keep(given[0])
			return true
		},
		end(...given: unknown[]) {
			if (!isPage()) return Reflect.apply(end, res, given)
			keep(given[0])
			const page = rewrite(Buffer.concat(chunks).toString('utf8'))
			res.removeHeader('Content-Length')
			return Reflect.apply(end, res, [page])
		},
	})
}

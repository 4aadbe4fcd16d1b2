import { createServer, type RequestListener } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import express from 'express'
import type postgres from 'postgres'
import { renderToString } from 'react-dom/server'
import { elementsOf, readMarkup } from './markup.ts'
import type { Statement } from './recording.ts'
import { bareBuild, type RemixForm } from './remix-build.tsx'

/**
 * `buffer`: a ready answer. `node`: one query, and the page from React. `remix`: the same as a bare route of Remix as it comes,
 * `remix-whole`: as fast as it gets.
 */
export type ServerKind = 'buffer' | 'node' | 'remix' | 'remix-whole'

export interface Page {
	html: string
	/** The one read that most of the page comes from. */
	query: Statement
}

export interface FloorServer {
	origin: string
	close(): Promise<void>
}

export async function startFloor(kind: ServerKind, page: Page, sql: postgres.Sql): Promise<FloorServer> {
	const server = createServer(listeners[kind](page, sql))
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
	const address = server.address()
	return {
		origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed())
				server.closeAllConnections()
			}),
	}
}

const listeners: Readonly<Record<ServerKind, (page: Page, sql: postgres.Sql) => RequestListener>> = {
	buffer: ({ html }) => {
		const bytes = Buffer.from(html)
		const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': bytes.length }
		return (_req, res) => void res.writeHead(200, headers).end(bytes)
	},
	node: ({ html, query }, sql) => {
		const markup = readMarkup(html)
		return (_req, res) => {
			void sql.unsafe(query.text, query.parameters, { prepare: true }).then(() => {
				const bytes = Buffer.from(`<!doctype html>${renderToString(elementsOf(markup))}`)
				res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': bytes.length }).end(bytes)
			})
		}
	},
	remix: (page, sql) => bareRemix('streamed', page, sql),
	'remix-whole': (page, sql) => bareRemix('whole', page, sql),
}

function bareRemix(form: RemixForm, { html, query }: Page, sql: postgres.Sql): RequestListener {
	const app = express()
	app.disable('x-powered-by')
	app.disable('etag')
	const ask = async () => {
		await sql.unsafe(query.text, query.parameters, { prepare: true })
	}
	app.use(createRequestHandler({ build: bareBuild(form, readMarkup(html), ask), mode: 'production' }))
	return app
}

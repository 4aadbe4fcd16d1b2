import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import pino from 'pino'
import type { Db } from '#db/client.server.ts'
import { newRef } from '#db/ids.ts'

type Ask = (path: string, init: RequestInit) => Promise<Response>

/** The application's own routes, asked without a server around them, on a pool that somebody listens to. */
export async function ownLoaders(db: Db, publicOrigin: string): Promise<Ask> {
	const file = pathToFileURL(resolve(import.meta.dirname, '../../../build/server/index.js')).href
	const build: ServerBuild = await import(file)
	const handle = createRequestHandler(build, 'production')
	return (path, init) => {
		const now = new Date()
		const headers = new Headers(init.headers)
		headers.set('host', new URL(publicOrigin).host)
		return handle(new Request(new URL(path, publicOrigin), { ...init, headers }), {
			db,
			now,
			machineNow: now,
			requestId: newRef(),
			payments: null,
			publicOrigin,
			nonce: randomBytes(16).toString('base64url'),
			locale: 'nb',
			caller: () => '',
			log: pino({ level: 'error' }, pino.destination(2)),
			fastRender: true,
			setCookie: () => {},
		})
	}
}

import { once } from 'node:events'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import closeWithGrace from 'close-with-grace'
import express from 'express'
import { createServer as createVite } from 'vite'
import { config } from '#app/config.server.ts'
import { appOf } from './app.ts'
import { reloadingPages } from './pages.ts'
import { watchWorker } from './worker.ts'

/* The development server: the application from its sources, read anew after each save, and the worker restarted with it. */

const root = resolve(import.meta.dirname, '../..')
const settings = config()
if (settings.environment !== 'development') throw new Error('The development server needs SAMVAER_ENV=development.')

const web = express()
const server = createServer(web)
const vite = await createVite({
	root,
	appType: 'custom',
	logLevel: 'warn',
	server: {
		middlewareMode: true,
		host: '127.0.0.1',
		hmr: { server, overlay: false },
		watch: { ignored: ['**/.data/**', '**/build/**', '**/tests/**', '**/test-results/**', '**/docs/**'] },
	},
	plugins: [{ name: 'samvaer-reload', handleHotUpdate: ({ server }) => server.ws.send({ type: 'full-reload' }) }],
})
const app = appOf(vite, settings, resolve(root, 'public'))
const worker = watchWorker(vite.watcher, process.env)

web.use(vite.middlewares)
web.use(reloadingPages(app.failureOf))
web.use((req, res, next) => {
	app.handler().then((handle) => handle(req, res, next), next)
})

closeWithGrace({ delay: 8_000, logger: false }, async ({ err }) => {
	if (err) console.error(err)
	await worker.stop()
	await vite.close()
	server.closeAllConnections()
	await app.close()
})

server.listen(settings.port, settings.host)
await once(server, 'listening')

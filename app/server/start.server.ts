import { once } from 'node:events'
import { resolve } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import closeWithGrace from 'close-with-grace'
import { now } from '#app/clock.server.ts'
import { type Config, config } from '#app/config.server.ts'
import { connect, disconnect } from '#db/client.server.ts'
import { checkDocuments } from '#db/documents.ts'
import { endOnUnhandledRejection } from '#db/lost-connection.server.ts'
import { createApp } from './app.server.ts'
import { discoverIssuers, message } from './discover-issuers.server.ts'
import { gracefulShutdown } from './graceful-shutdown.server.ts'
import { createHttpServer } from './http-server.server.ts'
import { createLog, loggable } from './log.server.ts'
import { startMetrics } from './metrics-server.server.ts'

/** Starts the web process: reads the configuration, opens the database, listens, and stops with grace when told to. */
export async function start(build: ServerBuild): Promise<void> {
	const settings = settingsOrExit()
	const log = createLog(settings.logLevel)
	checkDocuments(settings.checksDocuments)
	const db = connect(settings.databaseUrl, {
		max: settings.databasePool,
		name: 'samvaer-web',
		genericPlans: true,
		deadlineMs: 6_000,
	})
	let stopping = false
	const clientFolder = resolve(build.assetsBuildDirectory)
	const deps = { config: settings, db, now, log, build, clientFolder, isStopping: () => stopping }
	const app = createApp(deps)
	const server = createHttpServer(app)
	const finish = gracefulShutdown(server)
	const metrics = settings.metrics && (await startMetrics(deps, settings.metrics))

	endOnUnhandledRejection((error) => log.error({ error }, 'a connection to the database was lost'))
	closeWithGrace({ delay: 14_000, logger: false, skip: ['unhandledRejection'] }, async ({ err, signal }) => {
		stopping = true
		if (err) log.fatal({ error: loggable(err) }, 'failed')
		else log.info({ signal }, 'stopping')
		await finish()
		metrics?.close()
		metrics?.closeAllConnections()
		await disconnect(db, 2)
	})

	try {
		await discoverIssuers(log)
	} catch (error) {
		console.error(`The configuration is not usable:\n  ${message(error)}`)
		process.exit(1)
	}
	server.listen(settings.port, settings.host)
	await once(server, 'listening')
	const address = server.address()
	const port = typeof address === 'object' ? address?.port : settings.port
	log.info({ environment: settings.environment, origin: settings.publicOrigin, port }, 'listening')
	if (!settings.stripe) log.warn('no payments are taken: STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRETS are not set')
}

/** A configuration that cannot be used is one clear message and the end of it. */
function settingsOrExit(): Config {
	try {
		return config()
	} catch (error) {
		console.error(error instanceof Error ? error.message : error)
		process.exit(1)
	}
}

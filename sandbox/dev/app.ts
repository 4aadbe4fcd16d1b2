import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import type { ViteDevServer } from 'vite'
import type { now } from '#app/clock.server.ts'
import type { Config } from '#app/config.server.ts'
import type { createApp } from '#app/server/app.server.ts'
import type { createLog } from '#app/server/log.server.ts'
import type { connect, disconnect } from '#db/client.server.ts'
import { failuresOf } from './failures.ts'

export interface DevelopmentApp {
	/** The application as its sources are now. */
	handler(): Promise<RequestHandler>
	/** The stack of the request's failure, with the sources' lines; null where nothing failed. */
	failureOf(requestId: string): string | null
	close(): Promise<void>
}

const modules = {
	build: 'virtual:remix/server-build',
	server: '/app/server/app.server.ts',
	log: '/app/server/log.server.ts',
	client: '/db/client.server.ts',
	clock: '/app/clock.server.ts',
}

/** The application from its sources, read anew after a file that it is made of was saved. Its pool of connections is kept. */
export function appOf(vite: ViteDevServer, config: Config, clientFolder: string): DevelopmentApp {
	const failures = failuresOf(process.stderr, (stack) => vite.ssrRewriteStacktrace(stack))
	let current: { version: unknown[]; handler: RequestHandler } | null = null
	let pool: { db: ReturnType<typeof connect>; close: () => Promise<void> } | null = null

	async function handler(): Promise<RequestHandler> {
		const { build, server, log, client, clock } = await load(vite)
		const version = [build, server, log, clock]
		if (current?.version.every((module, index) => module === version[index])) return current.handler
		pool ??= poolOf(client, config)
		const create: typeof createApp = server.createApp
		const logTo: typeof createLog = log.createLog
		const time: typeof now = clock.now
		const created = create({
			config,
			db: pool.db,
			now: time,
			log: logTo(config.logLevel, failures.destination),
			build: buildOf(build),
			clientFolder,
			isStopping: () => false,
		})
		current = { version, handler: created }
		return created
	}
	return { handler, failureOf: failures.of, close: async () => void (await pool?.close()) }
}

type Module = Awaited<ReturnType<ViteDevServer['ssrLoadModule']>>

async function load(vite: ViteDevServer): Promise<Record<keyof typeof modules, Module>> {
	const { build, server, log, client, clock } = modules
	return {
		build: await vite.ssrLoadModule(build, { fixStacktrace: true }),
		server: await vite.ssrLoadModule(server, { fixStacktrace: true }),
		log: await vite.ssrLoadModule(log, { fixStacktrace: true }),
		client: await vite.ssrLoadModule(client, { fixStacktrace: true }),
		clock: await vite.ssrLoadModule(clock, { fixStacktrace: true }),
	}
}

function poolOf(module: Module, config: Config) {
	const open: typeof connect = module.connect
	const close: typeof disconnect = module.disconnect
	const db = open(config.databaseUrl, { max: config.databasePool, name: 'samvaer-development', genericPlans: true })
	return { db, close: () => close(db, 2) }
}

function buildOf(module: Module): ServerBuild {
	return {
		mode: module.mode,
		entry: module.entry,
		routes: module.routes,
		assets: module.assets,
		basename: module.basename,
		publicPath: module.publicPath,
		assetsBuildDirectory: module.assetsBuildDirectory,
		future: module.future,
		isSpaMode: module.isSpaMode,
	}
}

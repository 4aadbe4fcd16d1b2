import { join } from 'node:path'
import type { Closing } from '#sandbox/progress.ts'
import type { BenchIssuer } from './app/issuer.ts'
import { type App, startApp } from './app/process.ts'
import type { Helper } from './child.ts'
import { type BenchData, openBenchData } from './data/open.ts'
import type { startServer } from './data/server.ts'
import type { Order } from './load/orders.ts'
import type { LoadReply, Site } from './works/bench.ts'

/** What a run has once, however many data sets it measures. */
export interface Ground {
	folder: string
	server: Awaited<ReturnType<typeof startServer>>
	issuer: BenchIssuer
	load: Helper<Order, LoadReply>
	open: Closing
	log: (line: string) => void
}

/** Fills a world and starts the application on it. */
export async function openSite(ground: Ground, bookings: number): Promise<Site> {
	const { server, issuer, load, log } = ground
	const benchData = await openBenchData(server, issuer.settings, bookings, new Date())
	await issuer.prepare(benchData.users)
	log(`A world of ${benchData.bookings} bookings, filled in ${benchData.seconds.toFixed(1)} s`)
	return { benchData, apps: [await openApp(ground, benchData)], load }
}

/** One process of the application on a world; `others` says how families write its address, when it is not the first. */
export async function openApp(ground: Ground, { database, bookings }: BenchData, others?: App): Promise<App> {
	const { issuer, folder, open, log } = ground
	const logFile = join(folder, `app-${bookings}${others ? '-second' : ''}.log`)
	const app = await startApp(issuer.settings, database, logFile, others?.publicOrigin)
	open.add('The application', app.stop)
	log(`The application was ready in ${(app.coldStart / 1000).toFixed(2)} s`)
	return app
}

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '#app/config.server.ts'
import { migrate } from '#db/migrate.ts'
import { type DemoPerson, type SeedName, seed } from '#sandbox/seeds/seed.ts'
import { startChild } from './child.ts'
import { environmentFor } from './environment.ts'
import { holdPort } from './free-port.ts'
import { closing, type Step } from './progress.ts'
import { readiness } from './readiness.ts'
import { startStandIns } from './stand-ins.ts'
import { openState, type State } from './state.ts'

export interface StackOptions {
	/** Where everything lies that is kept beside the database. */
	dataDir: string
	environment: 'development' | 'demo' | 'test'
	fresh: boolean
	/** The time that a fresh world begins at, as wall time in Oslo; the real one when left out. */
	begins?: string | undefined
	/** What an empty database is filled with: `demo`, unless told. */
	filling?: SeedName
	database: { ownerUrl: string; appUrl: string }
	/** The ports preferred; 0 is any. The sandbox's own are those of the last time, if there was one. */
	appPort: number
	ports: State['ports']
	step: Step
	log: (line: string) => void
	/** Given what the programs write, beside their log files. */
	onOutput?: ((text: string) => void) | undefined
	signal?: AbortSignal
}

export interface Stack {
	/** Addresses to open. */
	app: string
	mailbox: string
	identity: string
	clock: string
	payments: string
	phone: string
	people: DemoPerson[]
	/** Comes true, with the reason, when the application or the worker ends of itself. */
	broken: Promise<string>
	stop(): Promise<void>
}

interface Program {
	name: string
	script: string
	file: string
	/** TypeScript, to be run as it stands. */
	isSource?: boolean
}

/** In development one program serves the sources and keeps the worker running on them; else the two of production. */
function programsOf(environment: StackOptions['environment']): Program[] {
	if (environment === 'development')
		return [{ name: 'The development server', script: 'sandbox/dev/server.ts', file: 'dev.log', isSource: true }]
	return [
		{ name: 'The application', script: 'server.mjs', file: 'app.log' },
		{ name: 'The worker', script: 'build/worker/worker.js', file: 'worker.log' },
	]
}

/** The application and the worker as they run in production, and around them the outside world in small. */
export async function openStack(options: StackOptions): Promise<Stack> {
	const { dataDir, database, environment, fresh, log, step } = options
	const open = closing(log)
	try {
		await mkdir(dataDir, { recursive: true })
		const state = await openState(dataDir, options.ports)
		await step('Bringing the database up to date', () => migrate(database.ownerUrl))

		// Held while the database is filled: another demo may be looking for one.
		const held = await holdPort(options.appPort, 20)
		open.add('The port', held.release)
		const appPort = held.port
		const publicOrigin = `http://localhost:${appPort}`
		let people: DemoPerson[] = []
		const around = await startStandIns({
			dataDir,
			environment,
			fresh,
			begins: options.begins,
			state,
			publicOrigin,
			appPort,
			people: () => people,
			step,
			log,
			open,
		})
		const { clock, clockFile, identity, mailbox, payments, phone } = around
		const { appUrl, ownerUrl } = database
		const { smtpUrl } = mailbox
		const paymentsUrl = payments.url
		const { creditsUrl } = phone
		const env = environmentFor({
			environment,
			appPort,
			publicOrigin,
			appUrl,
			identity,
			smtpUrl,
			clockFile,
			paymentsUrl,
			creditsUrl,
			state,
		})
		const keys = readConfig(env)
		const issuers = { familyIssuer: identity.family.issuer, staffIssuer: identity.staff.issuer }
		const filled = await step('Filling the database', async () =>
			seed(ownerUrl, { now: await clock.now(), keys, ...issuers, log, seedName: options.filling ?? 'demo' }),
		)
		people = filled.people

		await held.release()
		const programs = programsOf(environment).map(({ name, script, file, isSource }) =>
			startChild({ name, script, isSource, env, logFile: join(dataDir, file), onOutput: options.onOutput }),
		)
		open.add('The application', async () => void (await Promise.all(programs.map((program) => program.stop()))))
		const broken = Promise.race(programs.map((program) => program.ended))
		const ready = `http://127.0.0.1:${appPort}/health/ready`
		await step('Starting the application', () => readiness(ready, broken, options.signal))

		const addresses = { app: publicOrigin, mailbox: mailbox.webUrl, identity: identity.url, clock: clock.url }
		return { ...addresses, payments: payments.url, phone: phone.url, people, broken, stop: open.close }
	} catch (error) {
		await open.close()
		throw error
	}
}

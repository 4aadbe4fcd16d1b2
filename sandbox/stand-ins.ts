import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DemoPerson } from '#sandbox/seeds/seed.ts'
import { type Clock, moveClock, startClock } from './clock.ts'
import { claimsFile } from './identity/claims.ts'
import { type Identity, startIdentity } from './identity/start.ts'
import { type Mailbox, startMailbox } from './mailbox.ts'
import { type Phone, startPhoneSystem } from './phone-system/start.ts'
import type { Closing, Step } from './progress.ts'
import { type State, saveState } from './state.ts'
import { type Payments, startPayments } from './stripe/start.ts'

export interface StandInOptions {
	dataDir: string
	environment: 'development' | 'demo' | 'test'
	fresh: boolean
	/** The time that a fresh world begins at, as wall time in Oslo; the real one when left out. */
	begins?: string | undefined
	state: State
	publicOrigin: string
	appPort: number
	people: () => readonly DemoPerson[]
	step: Step
	log: (line: string) => void
	/** Where to put what must be stopped. */
	open: Closing
}

export interface StandIns {
	clock: Clock
	clockFile: string
	identity: Identity
	mailbox: Mailbox
	payments: Payments
	phone: Phone
}

/** What stands around the application: the time, the sign-in and the post. Each on its port of the last time, if it can. */
export async function startStandIns(options: StandInOptions): Promise<StandIns> {
	const { dataDir, fresh, begins, log, open, people, publicOrigin, state, step } = options
	const clockFile = join(dataDir, 'clock')
	const mailFolder = join(dataDir, 'mail')
	const paymentsFile = join(dataDir, 'payments.json')
	const phoneFile = join(dataDir, 'phone-system.json')
	if (fresh)
		await Promise.all([
			rm(clockFile, { force: true }),
			rm(mailFolder, { recursive: true, force: true }),
			rm(paymentsFile, { force: true }),
			rm(phoneFile, { force: true }),
		])
	if (fresh && begins) await moveClock(clockFile, new URLSearchParams({ to: begins }))

	const clock = await step('Starting the clock', () => startClock({ file: clockFile, port: state.ports.clock }))
	open.add('The clock', clock.stop)
	const identity = await step('Starting the sign-in', () =>
		startIdentity({
			port: state.ports.identity,
			publicOrigin,
			keys: state.identity,
			identifierHost: state.identifierHost,
			people,
			extraClaims: claimsFile(join(dataDir, 'claims.json')),
			log,
		}),
	)
	open.add('The sign-in', identity.stop)
	const mailbox = await step('Starting the mailbox', () =>
		startMailbox({ folder: mailFolder, smtpPort: state.ports.smtp, webPort: state.ports.mailbox }),
	)
	open.add('The mailbox', mailbox.stop)
	const payments = await step('Starting the card payments', () =>
		startPayments({
			environment: options.environment,
			port: state.ports.payments,
			file: paymentsFile,
			...state.payments,
			webhookUrl: `http://127.0.0.1:${options.appPort}/webhooks/stripe`,
			// How long a page is open, and how old a webhook, is between two machines: the clock that is moved has no part in it.
			now: async () => new Date(),
			log,
		}),
	)
	open.add('The card payments', payments.stop)
	const phone = await step('Starting the phone system', () =>
		startPhoneSystem({
			environment: options.environment,
			port: state.ports.phone,
			file: phoneFile,
			...state.phone,
			usageUrl: `http://127.0.0.1:${options.appPort}/api/v1/phone-usage`,
			now: clock.now,
		}),
	)
	open.add('The phone system', phone.stop)

	const ports = {
		identity: identity.port,
		clock: clock.port,
		mailbox: mailbox.webPort,
		smtp: mailbox.smtpPort,
		payments: payments.port,
		phone: phone.port,
	}
	await saveState(dataDir, { ...state, ports })
	return { clock, clockFile, identity, mailbox, payments, phone }
}

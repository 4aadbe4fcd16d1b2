import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DemoPerson } from '#db/seed.ts'
import { type Clock, moveClock, startClock } from './clock.ts'
import { type Identity, startIdentity } from './identity/start.ts'
import { type Mailbox, startMailbox } from './mailbox.ts'
import { type State, saveState } from './state.ts'
import type { Closing, Step } from './steps.ts'

export interface SurroundingsOptions {
	dataDir: string
	fresh: boolean
	/** The time that a fresh world begins at, as wall time in Oslo; the real one when left out. */
	begins?: string | undefined
	state: State
	publicOrigin: string
	people: () => readonly DemoPerson[]
	step: Step
	log: (line: string) => void
	/** Where to put what must be stopped. */
	open: Closing
}

export interface Surroundings {
	clock: Clock
	clockFile: string
	identity: Identity
	mailbox: Mailbox
}

/** What stands around the application: the time, the sign-in and the post. Each on its port of the last time, if it can. */
export async function startSurroundings(options: SurroundingsOptions): Promise<Surroundings> {
	const { dataDir, fresh, begins, log, open, people, publicOrigin, state, step } = options
	const clockFile = join(dataDir, 'clock')
	const mailFolder = join(dataDir, 'mail')
	if (fresh) await Promise.all([rm(clockFile, { force: true }), rm(mailFolder, { recursive: true, force: true })])
	if (fresh && begins) await moveClock(clockFile, new URLSearchParams({ to: begins }))

	const clock = await step('Starting the clock', () => startClock({ file: clockFile, port: state.ports.clock }))
	open.add('The clock', clock.stop)
	const identity = await step('Starting the sign-in', () =>
		startIdentity({ port: state.ports.identity, publicOrigin, keys: state.identity, people, log }),
	)
	open.add('The sign-in', identity.stop)
	const mailbox = await step('Starting the mailbox', () =>
		startMailbox({ folder: mailFolder, smtpPort: state.ports.smtp, webPort: state.ports.mailbox }),
	)
	open.add('The mailbox', mailbox.stop)

	const ports = { identity: identity.port, clock: clock.port, mailbox: mailbox.webPort, smtp: mailbox.smtpPort }
	await saveState(dataDir, { ...state, ports })
	return { clock, clockFile, identity, mailbox }
}

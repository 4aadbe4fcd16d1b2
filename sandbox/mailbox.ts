import { MailDev } from 'maildev'
import { freePort } from './free-port.ts'
import { suppressOutput } from './suppress-output.ts'

export interface MailboxOptions {
	/** Where letters are kept. */
	folder: string
	smtpPort?: number
	webPort?: number
}

export interface Mailbox {
	smtpUrl: string
	/** The letters to look at; as JSON under `api/email`. */
	webUrl: string
	smtpPort: number
	webPort: number
	stop(): Promise<void>
}

/** A real SMTP server that delivers nothing and shows everything. Without TLS: its certificate has expired. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
	const smtpPort = await freePort(options.smtpPort)
	const webPort = await freePort(options.webPort)
	const maildev = new MailDev({
		smtp: smtpPort,
		ip: '127.0.0.1',
		web: webPort,
		webIp: '127.0.0.1',
		hideExtensions: ['STARTTLS'],
		mailDirectory: options.folder,
		maxEmails: 500,
		silent: true,
	})
	await suppressOutput('MailDev API', () => maildev.start())
	return {
		smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
		webUrl: `http://127.0.0.1:${webPort}/`,
		smtpPort,
		webPort,
		stop: () => maildev.stop(),
	}
}

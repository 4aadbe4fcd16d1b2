import { createTransport, type NodemailerError } from 'nodemailer'
import type { Config } from '../config.server.ts'

export interface Attachment {
	filename: string
	contentType: string
	content: string
}

export interface Mail {
	/** Makes the Message-ID, the same at each try: who gets it twice can tell. */
	id: string
	to: string
	language: string
	subject: string
	html: string
	text: string
	attachments: readonly Attachment[]
}

export interface Mailer {
	/** Resolves once the server has taken the mail over; rejects with a `MailError`. */
	send(mail: Mail): Promise<void>
	close(): void
}

/** How many mails go out side by side. */
export const mailConnections = 5

/** How long to wait for the server: to connect, to greet, between two words of its, and for one mail from end to end. */
const patience = { connectMs: 10_000, greetingMs: 10_000, silenceMs: 20_000, mailMs: 40_000 }

/**
 * What a failure means. `away`: the server was not there, or not ready to listen, which is no fault of the mail. `for-now`: it may be
 * taken later. `for-good`: it never will be.
 */
export type MailFault = 'away' | 'for-now' | 'for-good'

/** What went wrong, told by codes alone: a server's own words may hold the reader's address. */
export class MailError extends Error {
	override readonly name = 'MailError'
	readonly fault: MailFault
	/** Whether it was the address that was not taken, rather than the sender or the mail. */
	readonly atAddress: boolean

	constructor(what: string, fault: MailFault, atAddress: boolean) {
		super(what)
		this.fault = fault
		this.atAddress = atAddress
	}
}

/** Talks SMTP over a few connections. TLS is a must in production; the demo's mailbox has a certificate nobody trusts. */
export function connectMail(
	config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'environment' | 'publicOrigin'>,
	{ connectMs, greetingMs, silenceMs, mailMs } = patience,
): Mailer {
	const production = config.environment === 'production'
	const domain = new URL(config.publicOrigin).hostname
	const transport = createTransport({
		pool: true,
		url: config.smtpUrl,
		name: domain,
		maxConnections: mailConnections,
		// Moves a mail to a fresh connection when not a byte of it went out over a stale one; else its row is tried again.
		maxRequeues: 1,
		requireTLS: production,
		ignoreTLS: !production,
		connectionTimeout: connectMs,
		greetingTimeout: greetingMs,
		socketTimeout: silenceMs,
		idleTimeout: 30_000,
		disableFileAccess: true,
		disableUrlAccess: true,
	})
	return {
		async send(mail) {
			try {
				await transport.sendMail({
					messageId: `<${mail.id}@${domain}>`,
					from: config.mailFrom,
					to: { name: '', address: mail.to },
					subject: mail.subject,
					html: mail.html,
					text: mail.text,
					attachments: mail.attachments.map((a) => ({ ...a, contentDisposition: 'attachment' as const })),
					headers: {
						'Content-Language': mail.language,
						'Auto-Submitted': 'auto-generated',
						'X-Auto-Response-Suppress': 'All',
					},
					signal: AbortSignal.timeout(mailMs),
				})
			} catch (error) {
				throw mailError(error)
			}
		},
		close: () => transport.close(),
	}
}

const notThere = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EPROXY'])
const notReady = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'])

function mailError(error: unknown): MailError {
	if (!(error instanceof Error)) return new MailError('unknown', 'for-now', false)
	const { code, command, responseCode, syscall, timeoutType }: NodemailerError = error
	const what = [code ?? error.name, responseCode, command, timeoutType].filter((part) => part !== undefined).join(' ')
	const away =
		notThere.has(code ?? '') ||
		notReady.has(timeoutType ?? '') ||
		// Refused at the door, or turned away by the greeting.
		(command === 'CONN' && (syscall === 'connect' || code === 'EPROTOCOL')) ||
		command === 'EHLO' ||
		command === 'HELO' ||
		// The pool's own word for a connection that closed before a byte of the mail went out.
		(code === 'ECONNECTION' && command === undefined)
	if (away) return new MailError(what, 'away', false)
	// The library itself refuses an address that the server could not take.
	const isUnfit = code === 'EENVELOPE' && responseCode === undefined
	const atAddress = command === 'RCPT TO' || isUnfit
	// A refusal of the sender is ours to mend, and the mail goes out when it is.
	const forGood = isUnfit || ((atAddress || command === 'DATA') && (responseCode ?? 0) >= 500)
	return new MailError(what, forGood ? 'for-good' : 'for-now', atAddress)
}

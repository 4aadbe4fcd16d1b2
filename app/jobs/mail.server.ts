import type { Logger } from 'pino'
import type { Config } from '#app/config.server.ts'
import { connectMail } from '#app/integrations/mail.server.ts'
import { sendDueMail } from '#app/services/messages/send-due.server.ts'
import type { Job } from './job.ts'

/** The mail that is due, over a mail server of its own connection. */
export function mailJobs(config: Config, log: Logger): Job & { close(): void } {
	const mailer = connectMail(config)
	return {
		name: 'mail',
		run: (db, now) => sendDueMail(db, now, { mailer, log, origin: config.publicOrigin }),
		close: () => mailer.close(),
	}
}

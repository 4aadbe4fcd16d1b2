import closeWithGrace from 'close-with-grace'
import { now } from '#app/clock.server.ts'
import { config } from '#app/config.server.ts'
import { connectedFundsJobs } from '#app/jobs/funds.server.ts'
import { jobs } from '#app/jobs/jobs.server.ts'
import { mailJobs } from '#app/jobs/mail.server.ts'
import { connect, disconnect } from '#db/client.server.ts'
import { checkDocuments } from '#db/documents.ts'
import { endOnUnhandledRejection } from '#db/lost-connection.server.ts'
import { workerLog } from './log.ts'
import { startLoop } from './loop.ts'

const settings = config()
const log = workerLog(settings.logLevel)
checkDocuments(settings.checksDocuments)
const db = connect(settings.databaseUrl, { max: 8, name: 'samvaer-worker', deadlineMs: 6_000 })
const mail = mailJobs(settings, log)

function onHang({ name }: { name: string }): void {
	log.fatal({ work: name }, 'The worker hangs')
	process.exit(1)
}
const stop = startLoop({
	db,
	mail,
	now,
	log,
	onHang,
	work: [...jobs, ...connectedFundsJobs({ now, warn: (what) => log.warn(what) })],
})

// What is not finished by then is taken up again when its lease runs out. A fault that nobody caught ends the process at
// once, for whoever runs it to start it again: nothing is lost by that, and what is left of it is not to be trusted.
endOnUnhandledRejection((err) => log.error({ err }, 'A connection to the database was lost'))
closeWithGrace({ delay: 10_000, logger: log, skip: ['unhandledRejection'] }, async ({ err, signal }) => {
	if (err) return log.fatal({ err }, 'The worker failed')
	log.info({ signal }, 'The worker is stopping')
	await stop()
	mail.close()
	await disconnect(db)
})

log.info({ environment: settings.environment }, 'The worker is running')

import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { now } from '#app/clock.server.ts'
import { config } from '#app/config.server.ts'
import { mailWork } from '#app/jobs/mail.server.ts'
import { connect, disconnect } from '#db/client.server.ts'
import { startLoop } from './loop.ts'

const settings = config()
const log = pino({ name: 'samvaer-worker', level: settings.logLevel })
const db = connect(settings.databaseUrl, { max: 8, name: 'samvaer-worker' })
const mail = mailWork(settings, log)
const stop = startLoop({ db, mail, now, log })

// What is not finished by then is taken up again when its lease runs out.
closeWithGrace({ delay: 10_000, logger: log }, async ({ err, signal }) => {
	if (err) log.fatal({ err }, 'The worker failed')
	else log.info({ signal }, 'The worker is stopping')
	await stop()
	mail.close()
	await disconnect(db)
})

log.info({ environment: settings.environment }, 'The worker is running')

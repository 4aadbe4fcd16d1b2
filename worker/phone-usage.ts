import { readFile } from 'node:fs/promises'
import { now } from '#app/clock.server.ts'
import { config } from '#app/config.server.ts'
import { takeUsageFile } from '#app/jobs/phone-usage-file.server.ts'
import { connect, disconnect } from '#db/client.server.ts'

/* `npm run phone-usage -- file.csv`: books the calls of a file, and says of each line that was not taken why not. */

const [file] = process.argv.slice(2)
if (file === undefined) {
	console.error('Which file? npm run phone-usage -- file.csv')
	process.exit(2)
}
const db = connect(config().databaseUrl, { max: 2, name: 'samvaer-phone-usage' })
try {
	const answers = await takeUsageFile(db, now(), await readFile(file, 'utf8'))
	const count = (state: string) => answers.filter((one) => one.state === state).length
	for (const one of answers)
		if (one.state === 'refused') console.error(`line ${one.line}, call ${one.id ?? 'without an id'}: ${one.error}`)
	console.log(`${count('booked')} booked, ${count('known')} known before, ${count('refused')} refused`)
	process.exitCode = count('refused') === 0 ? 0 : 1
} finally {
	await disconnect(db)
}

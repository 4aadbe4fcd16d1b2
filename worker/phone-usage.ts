import { createReadStream } from 'node:fs'
import { nowBy } from '#app/clock.server.ts'
import { commandConfig } from '#app/config.server.ts'
import { takeUsageFile, UnreadableUsage } from '#app/jobs/phone-usage-file.server.ts'
import { connect, disconnect } from '#db/client.server.ts'

/* `npm run phone-usage -- file.csv`: books the calls of a file, and says of each line that was not taken why not. */

const [file] = process.argv.slice(2)
if (file === undefined) {
	console.error('Which file? npm run phone-usage -- file.csv')
	process.exit(2)
}
const settings = commandConfig()
const db = connect(settings.databaseUrl, { max: 2, name: 'samvaer-phone-usage' })
const count = { booked: 0, known: 0, refused: 0 }
try {
	const bytesFrom = (start: number) => createReadStream(file, { start })
	for await (const answer of takeUsageFile(db, nowBy(settings.clockFile), bytesFrom)) {
		count[answer.state]++
		if (answer.state === 'refused')
			console.error(`line ${answer.line}, call ${answer.id ?? 'without an id'}: ${answer.error}`)
	}
	console.log(`${count.booked} booked, ${count.known} known before, ${count.refused} refused`)
	process.exitCode = count.refused === 0 ? 0 : 1
} catch (error) {
	if (!(error instanceof UnreadableUsage)) throw error
	console.error(`The file cannot be read: ${error.message}`)
	process.exitCode = 2
} finally {
	await disconnect(db)
}

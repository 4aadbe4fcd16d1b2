import { open, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { nowBy } from '#app/clock.server.ts'
import { commandConfig } from '#app/config.server.ts'
import { registerFile } from '#app/jobs/register-file.server.ts'
import { connect, disconnect } from '#db/client.server.ts'
import { progressOn } from './progress.ts'

const usage = `npm run register -- file.csv [--report report.csv] [--language nb|nn|en]

Carries a file of the prison register out: see docs/api.md for its columns. What is already so is left alone, so the same
file may be run again. Ends with 0 when every line was taken, 1 when some were left out, 2 when nothing could be read.`

const exitCodes = { whole: 0, 'some-left-out': 1, unreadable: 2 } as const

/** The register's file from the command line, as DATABASE_URL's role. */
async function run(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { report: { type: 'string' }, language: { type: 'string', default: 'nb' } },
	})
	const [path, ...more] = positionals
	const locale = (['nb', 'nn', 'en'] as const).find((one) => one === values.language)
	if (path === undefined || more.length > 0 || !locale) throw new Error(usage)
	const { size } = await stat(path)
	const settings = commandConfig()
	const report = values.report === undefined ? null : await open(values.report, 'w')
	const db = connect(settings.databaseUrl, { max: 2, name: 'samvaer-register' })
	const progress = progressOn(process.stderr, size)
	try {
		const { outcome, words } = await registerFile(db, nowBy(settings.clockFile), {
			path,
			locale,
			async onLines(bytes, left, lines) {
				if (left.length > 0) {
					progress.clear()
					process.stdout.write(`${left.join('\n')}\n`)
				}
				await report?.write(lines)
				progress.show(bytes)
			},
		})
		progress.clear()
		process.stdout.write(`${words}\n`)
		return exitCodes[outcome]
	} finally {
		await report?.close()
		await disconnect(db)
	}
}

run(process.argv.slice(2)).then(
	(code) => process.exit(code),
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
		process.exit(2)
	},
)

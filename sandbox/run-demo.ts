import { resolve } from 'node:path'
import { DatabaseInUse, openDatabase } from './database.ts'
import { formatOverview, type Overview, overviewOf } from './overview.ts'
import { closing, progressTo } from './progress.ts'
import { readRunningFile, removeRunningFile, writeRunningFile } from './running-file.ts'
import { openStack, type Stack } from './stack.ts'
import { demoPorts } from './state.ts'

export interface DemoOptions {
	/** `development` serves the sources, `demo` what was built of them. */
	environment: 'development' | 'demo'
	/** One line of JSON on stdout instead of the overview. */
	json: boolean
	fresh: boolean
}

const appPort = 3000

function dataDirOf(environment: DemoOptions['environment']): string {
	const name = environment === 'development' ? '../.data/development' : '../.data'
	return resolve(process.env.SAMVAER_DATA_DIR ?? resolve(import.meta.dirname, name))
}

const print = (line: string) => console.error(line)

/** Runs the demo until it is asked to stop or breaks; the exit code. */
export async function runDemo(options: DemoOptions): Promise<number> {
	// Stdout is for the overview alone; whatever a package says of its own accord goes where progress goes.
	console.log = console.info = console.debug = console.error
	const stopping = stopSignals()
	const dataDir = dataDirOf(options.environment)
	const open = closing(print)
	try {
		const { stack, lost } = await start(options, dataDir, stopping.signal, open)
		const overview = overviewOf(stack)
		await writeRunningFile(dataDir, overview)
		open.add('The note of where it runs', () => removeRunningFile(dataDir))
		if (overview.app !== `http://localhost:${appPort}`)
			print(`Port ${appPort} is taken, so the service is at ${overview.app}`)
		say(overview, options)
		const reason = await Promise.race([stopping.asked, stack.broken, lost])
		print(reason ?? 'Stopping …')
		return reason === null ? 0 : 1
	} catch (error) {
		if (stopping.signal.aborted) return 0
		if (error instanceof DatabaseInUse) return await alreadyRunning(error, dataDir, options)
		print(error instanceof Error ? error.message : String(error))
		return 1
	} finally {
		await open.close()
	}
}

async function start(
	options: DemoOptions,
	dataDir: string,
	signal: AbortSignal,
	open: ReturnType<typeof closing>,
): Promise<{ stack: Stack; lost: Promise<string> }> {
	const step = progressTo(print, signal)
	let lose = () => {}
	const lost = new Promise<string>((done) => {
		lose = () => done('The database server went away.')
	})
	const { fresh } = options
	const database = await openDatabase({ dataDir, fresh, env: process.env, step, log: print, lost: lose })
	open.add('PostgreSQL', database.stop)
	const stack = await openStack({
		dataDir,
		environment: options.environment,
		fresh,
		database,
		appPort,
		ports: demoPorts,
		step,
		log: print,
		onOutput: options.environment === 'development' ? (text) => void process.stderr.write(text) : undefined,
		signal,
	})
	open.add('Samvær', stack.stop)
	return { stack, lost }
}

function say(overview: Overview, options: DemoOptions): void {
	process.stdout.write(options.json ? `${JSON.stringify(overview)}\n` : formatOverview(overview))
}

/** A second demo tells where the first one is. Beginning anew under it is another matter. */
async function alreadyRunning(error: DatabaseInUse, dataDir: string, options: DemoOptions): Promise<number> {
	const overview = await readRunningFile(dataDir, error.holder)
	if (!overview || options.fresh) {
		print(
			`${error.message} ${options.fresh ? 'Stop it before you begin anew.' : 'It is not ready yet, or belongs to another folder.'}`,
		)
		return 1
	}
	print(`${error.message} It is here:`)
	say(overview, options)
	return 0
}

/** Ctrl-C, a polite kill, a closed terminal, and the end of whoever started us. */
function stopSignals(): { asked: Promise<null>; signal: AbortSignal } {
	const controller = new AbortController()
	const asked = new Promise<null>((done) => {
		let first = 0
		const stop = () => {
			if (!controller.signal.aborted) {
				first = performance.now()
				controller.abort(new Error('asked to stop'))
				done(null)
			} else if (performance.now() - first > 3_000) {
				// Asked again, by someone who has waited; one Ctrl-C reaches us twice, through the terminal and through npm. What is
				// left running is found by the next start.
				process.exit(1)
			}
		}
		for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
		process.once('disconnect', stop)
	})
	return { asked, signal: controller.signal }
}

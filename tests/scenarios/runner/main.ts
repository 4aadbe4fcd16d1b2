import { findFiles } from './find-files.ts'
import { misfitLine } from './parse/misfit.ts'
import { readScenarioFile, type Scenario } from './parse/scenario-file.ts'
import { line, total } from './report.ts'
import { type Failure, runScenario } from './run/run-scenario.ts'
import { startServer } from './run/server.ts'

/** More than the processors: while one scenario waits for its database, another asks its rules. */
const atOnce = 3

process.exitCode = await main(process.argv.slice(2))

/** 0: all as expected; 1: some not; 2: a file does not fit the format, and nothing was run. */
async function main(asked: readonly string[]): Promise<number> {
	const files = await findFiles(asked, whereAsked())
	const read = await Promise.all(files.map(({ path, shown }) => readScenarioFile(path, shown)))
	const misfits = read.flatMap((file) => file.misfits)
	if (misfits.length > 0) {
		for (const misfit of misfits) console.error(misfitLine(misfit))
		return 2
	}
	const failed = await runAll(read.flatMap((file) => file.scenarios))
	return failed === 0 ? 0 : 1
}

/** npm runs a script in the project's folder, and tells where the command was given. */
function whereAsked(): string {
	const byNpm = process.env.npm_lifecycle_event === 'scenarios' ? process.env.INIT_CWD : undefined
	return byNpm ?? process.cwd()
}

/** Runs them a few at a time, and prints their lines in the files' order. */
async function runAll(scenarios: readonly Scenario[]): Promise<number> {
	const server = await startServer()
	const results: (Failure | null)[] = []
	const waiting = scenarios.entries()
	let printed = 0
	async function worker(): Promise<void> {
		const database = await server.newDatabase()
		try {
			for (const [index, scenario] of waiting) {
				results[index] = await runScenario(scenario, database.db, database.owner)
				await database.clear()
				print()
			}
		} finally {
			await database.drop()
		}
	}
	function print(): void {
		for (let next = scenarios[printed]; next && results[printed] !== undefined; next = scenarios[printed]) {
			console.log(line(next, results[printed] ?? null))
			printed++
		}
	}
	try {
		await Promise.all(Array.from({ length: Math.min(atOnce, scenarios.length) }, worker))
	} finally {
		await server.stop()
	}
	const failed = results.filter((result) => result !== null).length
	console.log(total(results.length - failed, failed))
	return failed
}

import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { run } from '#sandbox/run.ts'

/** The programs of PostgreSQL that write and read a dump. */
export interface DumpPrograms {
	dump: string
	restore: string
}

/**
 * pg_dump and pg_restore of at least this version of the server, where this machine has them: on the path, or where Debian
 * keeps them. An older pg_dump refuses a newer server.
 */
export async function dumpPrograms(serverMajor: number): Promise<DumpPrograms | null> {
	const debian = '/usr/lib/postgresql'
	const versions = existsSync(debian) ? await readdir(debian) : []
	const folders = [
		...(process.env.PATH ?? '').split(delimiter),
		...versions.sort((one, other) => Number(other) - Number(one)).map((version) => join(debian, version, 'bin')),
	]
	for (const folder of folders) {
		const programs = { dump: join(folder, 'pg_dump'), restore: join(folder, 'pg_restore') }
		if (!existsSync(programs.dump) || !existsSync(programs.restore)) continue
		const { output } = await run(programs.dump, ['--version'], { cwd: '/' })
		if (Number(/(\d+)/.exec(output)?.[1] ?? 0) >= serverMajor) return programs
	}
	return null
}

/** Runs one of them; what it says when it fails is the error. */
export async function runOrThrow(program: string, args: string[]): Promise<void> {
	const { code, output } = await run(program, args, { cwd: '/', timeout: 120_000 })
	if (code !== 0) throw new Error(`${program} failed:\n${output}`)
}

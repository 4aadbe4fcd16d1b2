import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file that only its owner may read, whole or not at all. */
export async function writePrivate(file: string, text: string): Promise<void> {
	const fresh = await writeBeside(file, text)
	await rename(fresh, file)
}

/** Reads the file; where there is none, makes it. Of several who make it at once all get the same one. */
export async function readOrMake(file: string, make: () => string): Promise<string> {
	const kept = await readIfThere(file)
	if (kept !== null) return kept
	const fresh = await writeBeside(file, make())
	try {
		await link(fresh, file)
	} catch (error) {
		if (!isCode(error, 'EEXIST')) throw error
	} finally {
		await rm(fresh, { force: true })
	}
	return readFile(file, 'utf8')
}

export async function readIfThere(file: string): Promise<string | null> {
	try {
		return await readFile(file, 'utf8')
	} catch (error) {
		if (isCode(error, 'ENOENT')) return null
		throw error
	}
}

export function isCode(error: unknown, ...codes: string[]): boolean {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
}

async function writeBeside(file: string, text: string): Promise<string> {
	await mkdir(dirname(file), { recursive: true })
	const fresh = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
	await writeFile(fresh, text, { mode: 0o600, flag: 'wx' })
	return fresh
}

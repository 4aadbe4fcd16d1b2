import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The folders that credits pass through. All but `acknowledgements` are written by us alone. */
export const exchangeFolders = ['waiting', 'sent', 'answered', 'files', 'acknowledgements', 'read', 'rejected'] as const
export type ExchangeFolder = (typeof exchangeFolders)[number]

export async function createExchangeFolders(root: string): Promise<void> {
	for (const place of exchangeFolders) await mkdir(join(root, place), { recursive: true, mode: 0o750 })
}

/**
 * Writes a file whole or not at all, and never over another: of several who write it at once, one does. False when it was
 * there before. It lies on the disk, and not in a buffer, when this comes true.
 */
export async function writeOnce(file: string, text: string): Promise<boolean> {
	const fresh = `${file}.${process.pid}.${randomBytes(6).toString('hex')}.part`
	const handle = await open(fresh, 'wx', 0o640)
	try {
		await handle.writeFile(text, 'utf8')
		await handle.sync()
	} finally {
		await handle.close()
	}
	try {
		await link(fresh, file)
		return true
	} catch (error) {
		if (isCode(error, 'EEXIST')) return false
		throw error
	} finally {
		await rm(fresh, { force: true })
	}
}

export async function readIfThere(file: string): Promise<string | null> {
	try {
		return await readFile(file, 'utf8')
	} catch (error) {
		if (isCode(error, 'ENOENT')) return null
		throw error
	}
}

/** Moves a file, unless another worker did already. */
export async function moveIfThere(from: string, to: string): Promise<void> {
	try {
		await rename(from, to)
	} catch (error) {
		if (!isCode(error, 'ENOENT')) throw error
	}
}

/** The names in a folder, in their order, without what is still being written. */
export async function namesIn(folder: string): Promise<string[]> {
	return (await readdir(folder)).filter((name) => !name.endsWith('.part')).sort()
}

function isCode(error: unknown, code: string): boolean {
	return error instanceof Error && 'code' in error && error.code === code
}

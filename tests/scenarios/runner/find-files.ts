import { readdir, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'

/** The project's own scenarios. */
const ownFolder = resolve(import.meta.dirname, '..')

/** A file by its path, and as a reader would call it. */
export interface FoundFile {
	path: string
	shown: string
}

/** The files asked for, from wherever the command was given; all of the project's own when none was. A folder is all its files. */
export async function findFiles(asked: readonly string[], from: string): Promise<FoundFile[]> {
	const paths = asked.length === 0 ? [ownFolder] : asked.map((path) => resolve(from, path))
	const found = (await Promise.all(paths.map(filesIn))).flat()
	return found.map((path) => ({ path, shown: relative(from, path).startsWith('..') ? path : relative(from, path) }))
}

async function filesIn(path: string): Promise<string[]> {
	const isFolder = await stat(path).then(
		(found) => found.isDirectory(),
		() => false,
	)
	if (!isFolder) return [path]
	const names = await readdir(path, { recursive: true })
	return names
		.filter((name) => /\.ya?ml$/.test(name))
		.sort()
		.map((name) => join(path, name))
}

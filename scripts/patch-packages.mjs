// Applies patches/ to node_modules, after every install: `npm ci` runs it, and what must run before an install looks again.
// A patch is for one version, and each of its lines must be where it says; anything else ends the install by name.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

/** @typedef {{ start: number, before: string[], after: string[] }} Hunk */
/** @typedef {{ path: string, hunks: Hunk[] }} FilePatch */

/**
 * Patches the packages that patches/ names; the names of those that were not patched before.
 *
 * @param {string} [folder] the project's folder
 * @returns {string[]}
 */
export function patchPackages(folder = root) {
	const names = readdirSync(join(folder, 'patches')).filter((name) => name.endsWith('.patch'))
	return names.filter((name) => patchPackage(folder, name))
}

/**
 * @param {string} folder
 * @param {string} name `package@version.patch`, with `+` for the slash of a scope
 */
function patchPackage(folder, name) {
	const [, packageName = '', version = ''] = /^(.+)@([^@]+)\.patch$/.exec(name) ?? []
	const home = join(folder, 'node_modules', packageName.replace('+', '/'))
	const installed = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
	if (installed !== version) throw new Error(`patches/${name} is for version ${version}, and ${installed} is installed`)
	const files = parse(readFileSync(join(folder, 'patches', name), 'utf8'))
	if (files.length === 0) throw new Error(`patches/${name} changes nothing`)
	// All are read before one is written: a package is patched whole or not at all.
	const changed = files.map(({ path, hunks }) => {
		const file = join(home, path)
		const lines = readFileSync(file, 'utf8').split('\n')
		if (holds(lines, hunks, 'after')) return null
		if (holds(lines, hunks, 'before')) return { file, text: applied(lines, hunks).join('\n') }
		throw new Error(`patches/${name} does not apply: ${file} is not as it was published, nor as patched`)
	})
	for (const one of changed) {
		if (!one) continue
		// npm may have linked the file into a cache that others share; and whoever reads it reads all of it.
		writeFileSync(`${one.file}.patched`, one.text)
		renameSync(`${one.file}.patched`, one.file)
	}
	return changed.some((one) => one !== null)
}

/**
 * @param {string} text a unified diff
 * @returns {FilePatch[]}
 */
function parse(text) {
	/** @type {FilePatch[]} */
	const files = []
	for (const line of text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')) {
		const path = /^\+\+\+ b\/(.+)$/.exec(line)?.[1]
		const start = /^@@ -(\d+)/.exec(line)?.[1]
		const hunks = files.at(-1)?.hunks
		const hunk = hunks?.at(-1)
		if (path) files.push({ path, hunks: [] })
		else if (start) hunks?.push({ start: Number(start) - 1, before: [], after: [] })
		else if (hunk && !line.startsWith('--- ')) {
			if (!line.startsWith('+')) hunk.before.push(line.slice(1))
			if (!line.startsWith('-')) hunk.after.push(line.slice(1))
		}
	}
	return files
}

/**
 * Whether a file is as it was before the patch, or as it is after it.
 *
 * @param {string[]} lines
 * @param {Hunk[]} hunks
 * @param {'before' | 'after'} side
 */
function holds(lines, hunks, side) {
	let moved = 0
	return hunks.every((hunk) => {
		const at = hunk.start + moved
		if (side === 'after') moved += hunk.after.length - hunk.before.length
		return hunk[side].every((line, n) => lines[at + n] === line)
	})
}

/**
 * @param {string[]} lines
 * @param {Hunk[]} hunks
 */
function applied(lines, hunks) {
	const text = [...lines]
	for (const { start, before, after } of [...hunks].reverse()) text.splice(start, before.length, ...after)
	return text
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	try {
		for (const name of patchPackages()) console.error(`Patched: ${name}`)
	} catch (error) {
		console.error(error instanceof Error ? error.message : error)
		process.exit(1)
	}
}

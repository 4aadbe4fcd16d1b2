import { chown, mkdir, stat } from 'node:fs/promises'
import { run } from '../run.ts'

/** The user a server runs as; empty where we are an ordinary user already. PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number } | Record<string, never>

const ownName = 'samvaer-sandbox'

/** Whom to run as: who owns the folder already, or else a user of the sandbox's own, made where it is missing. */
export async function accountFor(folder: string): Promise<Account> {
	if (process.getuid?.() !== 0) return {}
	const owner = await stat(folder).catch(() => null)
	if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
	const known = await find(ownName)
	if (known) return known
	await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', ownName], { cwd: '/' }).catch(
		() => null,
	)
	for (const name of [ownName, 'postgres', 'nobody']) {
		const account = await find(name)
		if (account) return account
	}
	throw new Error(
		'PostgreSQL does not run as root, and no other user could be made or found. Run the demo as an ordinary user.',
	)
}

/** Makes a folder that the account owns. */
export async function makeOwned(folder: string, account: Account, mode: number): Promise<void> {
	await mkdir(folder, { recursive: true, mode })
	if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid)
}

async function find(name: string): Promise<Account | null> {
	const uid = await run('id', ['-u', name], { cwd: '/' })
	const gid = await run('id', ['-g', name], { cwd: '/' })
	if (uid.code !== 0 || gid.code !== 0) return null
	return { uid: Number(uid.output), gid: Number(gid.output) }
}

import { chown, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { accountFor } from '#sandbox/postgres/account.ts'
import { run } from '#sandbox/run.ts'
import type { Site } from './site.ts'

/** A disk that a test may fill and empty again. */
export interface Disk {
	fill(): Promise<void>
	empty(): Promise<void>
	remove(): Promise<void>
}

/**
 * A small disk of its own for the bookings and for what PostgreSQL spills, which really is full when it is filled. Only root may
 * mount one: for anybody else a trigger says what PostgreSQL would.
 */
export async function smallDisk(site: Site): Promise<Disk> {
	const place = join(site.folder, 'small-disk')
	await mkdir(place)
	const mounted =
		process.getuid?.() === 0 &&
		(await run('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', place], { cwd: '/' })).code === 0
	return mounted ? realDisk(site, place) : pretendedDisk(site)
}

async function realDisk({ admin, folder }: Site, place: string): Promise<Disk> {
	const { uid, gid } = await accountFor(join(folder, 'cluster'))
	const tablespace = join(place, 'tablespace')
	await mkdir(tablespace)
	if (uid !== undefined && gid !== undefined) await chown(tablespace, uid, gid)
	await admin.execute(sql.raw(`create tablespace small location '${tablespace}'`))
	await admin.execute(sql`grant create on tablespace small to samvaer_app`)
	await admin.execute(sql`alter table booking set tablespace small`)
	await admin.execute(sql`alter role samvaer_app set temp_tablespaces = small`)
	await endConnections(admin)
	const filler = join(place, 'filler')
	return {
		fill: () => writeFile(filler, Buffer.alloc(16 * 1024 * 1024)).catch(() => {}),
		empty: () => rm(filler),
		async remove() {
			await rm(filler, { force: true })
			await admin.execute(sql`alter role samvaer_app reset temp_tablespaces`)
			await admin.execute(sql`alter table booking set tablespace pg_default`)
			await endConnections(admin)
			await admin.execute(sql`drop tablespace small`)
			const { code, output } = await run('umount', [place], { cwd: '/' })
			if (code !== 0) throw new Error(output)
		},
	}
}

function endConnections(admin: Site['admin']) {
	return admin.execute(
		sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'samvaer-web'`,
	)
}

function pretendedDisk({ admin }: Site): Disk {
	const tables = ['booking', 'readiness_probe']
	const empty = async () => {
		for (const table of tables) await admin.execute(sql.raw(`drop trigger if exists full_disk on ${table}`))
	}
	return {
		async fill() {
			await admin.execute(
				sql.raw(`create or replace function full_disk() returns trigger language plpgsql as $$ begin
					raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`),
			)
			for (const table of tables)
				await admin.execute(
					sql.raw(`create trigger full_disk before insert or update on ${table} execute function full_disk()`),
				)
		},
		empty,
		remove: empty,
	}
}

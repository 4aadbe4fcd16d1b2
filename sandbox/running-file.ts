import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Overview, overview } from './overview.ts'
import { readIfThere, writePrivate } from './private-file.ts'

const running = z.object({ pid: z.number(), overview })

const fileOf = (dataDir: string) => join(dataDir, 'demo.pid')

/** Where the demo of this folder runs, for a second one to tell. What decides is the lock; this only explains. */
export async function writeRunningFile(dataDir: string, about: Overview): Promise<void> {
	await writePrivate(fileOf(dataDir), JSON.stringify({ pid: process.pid, overview: about }))
}

export async function readRunningFile(dataDir: string, pid: number | null): Promise<Overview | null> {
	const text = await readIfThere(fileOf(dataDir))
	if (text === null) return null
	const parsed = running.safeParse(JSON.parse(text))
	return parsed.success && parsed.data.pid === pid ? parsed.data.overview : null
}

export async function removeRunningFile(dataDir: string): Promise<void> {
	await rm(fileOf(dataDir), { force: true })
}

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Overview, overview } from './overview.ts'
import { readIfThere, writePrivate } from './private-file.ts'

const running = z.object({ pid: z.number(), overview })

const fileOf = (dataDir: string) => join(dataDir, 'demo.pid')

/** Where the demo of this folder runs, for a second one to tell. What decides is the lock; this only explains. */
export async function tellRunning(dataDir: string, about: Overview): Promise<void> {
	await writePrivate(fileOf(dataDir), JSON.stringify({ pid: process.pid, overview: about }))
}

export async function whereRunning(dataDir: string, pid: number | null): Promise<Overview | null> {
	const text = await readIfThere(fileOf(dataDir))
	if (text === null) return null
	const told = running.safeParse(JSON.parse(text))
	return told.success && told.data.pid === pid ? told.data.overview : null
}

export async function tellStopped(dataDir: string): Promise<void> {
	await rm(fileOf(dataDir), { force: true })
}

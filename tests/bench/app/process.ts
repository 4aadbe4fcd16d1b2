import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { freePort } from '#sandbox/free-port.ts'
import type { DatabasePair } from '../data/server.ts'
import type { AppSettings } from './settings.ts'

const root = resolve(import.meta.dirname, '../../..')

/** The application as `npm start` runs it, on a world. */
export interface App {
	/** As families write it. */
	publicOrigin: string
	/** Where it listens. */
	origin: string
	pid: number
	env: NodeJS.ProcessEnv
	/** Milliseconds from its start until it said that it is ready. */
	coldStart: number
	stop(): Promise<void>
}

/**
 * @param publicOrigin that of another process on the same world, beside which this one is to stand; by itself it has its own
 * @throws Error when it does not get ready within a minute; its log says why
 */
export async function startApp(
	settings: AppSettings,
	database: DatabasePair,
	logFile: string,
	publicOrigin?: string,
): Promise<App> {
	const port = await freePort()
	const asWritten = publicOrigin ?? `http://localhost:${port}`
	const origin = `http://127.0.0.1:${port}`
	const env = { ...settings.env, PORT: String(port), PUBLIC_ORIGIN: asWritten, DATABASE_URL: database.appUrl }
	const log = openSync(logFile, 'a', 0o600)
	const began = performance.now()
	const child = spawn(process.execPath, ['--import', './sandbox/parent-watchdog.mjs', ...startArguments()], {
		cwd: root,
		env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
		stdio: ['ignore', log, log, 'ipc'],
	})
	closeSync(log)
	const ended = new Promise<void>((done) => child.once('exit', () => done()))
	const stop = async () => {
		if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
		await ended
	}
	while (!(await isReady(origin))) {
		if (child.exitCode !== null || child.signalCode !== null || performance.now() - began > 60_000) {
			await stop()
			throw new Error(`The application does not get ready:\n${readFileSync(logFile, 'utf8').slice(-2_000)}`)
		}
		await pause(10)
	}
	return { publicOrigin: asWritten, origin, pid: child.pid ?? 0, env, coldStart: performance.now() - began, stop }
}

/** What `npm start` gives to node. */
function startArguments(): string[] {
	const { scripts } = z
		.object({ scripts: z.object({ start: z.string() }) })
		.parse(JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')))
	return scripts.start.split(' ').slice(2)
}

async function isReady(origin: string): Promise<boolean> {
	try {
		return (await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(1_000) })).status === 200
	} catch {
		return false
	}
}

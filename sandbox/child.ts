import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'

export interface ChildOptions {
	name: string
	/** The program, from the project's root. */
	script: string
	env: NodeJS.ProcessEnv
	logFile: string
	/** TypeScript, to be run as it stands. */
	isSource?: boolean | undefined
	/** Given what it writes, beside the log file. */
	onOutput?: ((text: string) => void) | undefined
}

export interface Child {
	name: string
	pid: number | undefined
	/** How it ended; its last lines with it. Never rejects. */
	ended: Promise<string>
	/** Asks it to stop, waits, and in the end insists. */
	stop(graceMs?: number): Promise<void>
}

const root = resolve(import.meta.dirname, '..')
const watchdog = resolve(import.meta.dirname, 'parent-watchdog.mjs')

/** Starts one of the application's own programs. What it says goes into a file of its own. */
export function startChild(options: ChildOptions): Child {
	const loader = options.isSource ? ['--import', 'tsx'] : ['--enable-source-maps']
	const child = spawn(process.execPath, ['--import', watchdog, ...loader, options.script], {
		cwd: root,
		env: { ...inherited(), ...options.env },
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		// A Ctrl-C in the terminal is the demo's to pass on, in its own order.
		detached: true,
	})
	const lines: string[] = []
	const file = createWriteStream(options.logFile, { mode: 0o600 })
	const keep = (chunk: Buffer) => {
		file.write(chunk)
		options.onOutput?.(chunk.toString('utf8'))
		lines.push(...chunk.toString('utf8').split('\n').filter(Boolean))
		lines.splice(0, lines.length - 20)
	}
	child.stdout?.on('data', keep)
	child.stderr?.on('data', keep)
	const ended = new Promise<string>((done) => {
		child.once('error', (error) => done(`${options.name} could not be started: ${error.message}`))
		child.once('close', (code, signal) => {
			file.end()
			done(`${options.name} ended (${signal ?? `exit ${code}`}). Its last lines:\n${lines.join('\n')}`)
		})
	})
	return { name: options.name, pid: child.pid, ended, stop: (graceMs = 10_000) => stopChild(child, ended, graceMs) }
}

async function stopChild(child: ChildProcess, ended: Promise<string>, graceMs: number): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
	child.kill('SIGTERM')
	const insist = setTimeout(() => child.kill('SIGKILL'), graceMs)
	await ended
	clearTimeout(insist)
}

/** Of the demo's own environment the programs get what a process needs, and none of its settings. */
function inherited(): Record<string, string> {
	const names = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'LOG_LEVEL']
	return Object.fromEntries(
		names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] ?? '']])),
	)
}

import { readFileSync } from 'node:fs'
import { config } from './config.server.ts'

/**
 * The one clock. Everything that depends on time gets its instant from here, at the edge of a request or a tick, and
 * passes it on as an argument.
 *
 * In the demo and in tests the sandbox may move it: `SAMVAER_CLOCK_FILE` names a file that holds an offset in whole
 * milliseconds, read at each call so that the web process and the worker agree at once. Production refuses that setting.
 * Protocol checks (sign-in tokens, webhook ages) use the machine's own time, never this.
 */
export function now(): Date {
	return nowBy(config().clockFile)
}

/** The same for a command, which has read its own few settings. */
export function nowBy(clockFile: string | null): Date {
	return new Date(Date.now() + (clockFile ? readOffset(clockFile) : 0))
}

function readOffset(file: string): number {
	let text: string
	try {
		text = readFileSync(file, 'utf8')
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
		throw error
	}
	const offset = Number(text.trim() || '0')
	if (!Number.isSafeInteger(offset)) throw new Error(`The clock file ${file} does not hold whole milliseconds`)
	return offset
}

import { type DestinationStream, type Logger, pino } from 'pino'

/** What a line of the worker's log may carry; anything else is left out. */
const known = new Set([
	'name',
	'environment',
	'signal',
	'work',
	'failures',
	'message',
	'kind',
	'attempts',
	'retryAt',
	'err',
])

/** The worker's log: one JSON line an event, with nothing in it about people. */
export function workerLog(level: string, destination?: DestinationStream): Logger {
	const options = {
		name: 'samvaer-worker',
		level,
		base: {},
		formatters: {
			level: (label: string) => ({ level: label }),
			log: (fields: Record<string, unknown>) =>
				Object.fromEntries(Object.entries(fields).filter(([field]) => known.has(field))),
		},
		serializers: { err: loggable },
	}
	return destination ? pino(options, destination) : pino(options)
}

interface LoggedError {
	type: string
	code?: string
	message?: string
	stack?: string
	cause?: LoggedError
}

/** An error without what it quotes: the database's messages hold parameters and rows, so of those only the code stays. */
function loggable(error: unknown, depth = 0): LoggedError {
	if (!(error instanceof Error)) return { type: typeof error }
	const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
	return {
		type: error.name,
		...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
		...('query' in error || 'severity' in error ? {} : { message: error.message.slice(0, 300) }),
		...(frames ? { stack: frames.slice(0, 8).join('\n') } : {}),
		...(error.cause === undefined || depth > 3 ? {} : { cause: loggable(error.cause, depth + 1) }),
	}
}

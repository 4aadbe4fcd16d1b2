import { type DestinationStream, type Logger, pino } from 'pino'

/** What a log line may carry; anything else is left out, so that nothing about people gets in by accident. */
const known = new Set([
	'name',
	'environment',
	'origin',
	'port',
	'requestId',
	'method',
	'path',
	'route',
	'status',
	'ms',
	'error',
	'reason',
	'claims',
	'signal',
])

export function createLog(level: string, destination?: DestinationStream): Logger {
	const options = {
		name: 'samvaer-web',
		level,
		base: {},
		formatters: {
			level: (label: string) => ({ level: label }),
			log: (fields: Record<string, unknown>) =>
				Object.fromEntries(Object.entries(fields).filter(([field]) => known.has(field))),
		},
		serializers: { error: (error: unknown) => (error instanceof Error ? loggable(error) : error) },
	}
	return pino(options, destination ?? together())
}

/**
 * Lines go out some at a time, half a second late at most, and at once when the process ends: each by itself costs a thread of
 * its own a twentieth of a page. Whoever kills the process loses what was said in that time.
 */
function together(): DestinationStream {
	return pino.destination({ sync: false, minLength: 4_096, periodicFlush: 500 })
}

export interface LoggedError {
	type: string
	code?: string
	constraint?: string
	message?: string
	stack?: string
	cause?: LoggedError
}

/**
 * What is logged of an error. The database's messages quote rows and parameters, so of those only code and constraint stay;
 * long numbers and addresses are struck out of any other message.
 */
export function loggable(error: unknown, depth = 0): LoggedError {
	if (!(error instanceof Error)) return { type: typeof error }
	const text = (name: string): string | undefined => {
		const value: unknown = Reflect.get(error, name)
		return typeof value === 'string' ? value : undefined
	}
	const ofDatabase = text('query') !== undefined || text('severity') !== undefined
	const code = text('code')
	const constraint = text('constraint_name')
	const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
	return {
		type: error.name,
		...(code === undefined ? {} : { code }),
		...(constraint === undefined ? {} : { constraint }),
		...(ofDatabase ? {} : { message: struck(error.message) }),
		...(frames === undefined ? {} : { stack: frames.slice(0, 12).join('\n') }),
		...(error.cause === undefined || depth > 3 ? {} : { cause: loggable(error.cause, depth + 1) }),
	}
}

function struck(message: string): string {
	return message
		.slice(0, 500)
		.replace(/\S+@\S+/g, '[address]')
		.replace(/\d{5,}/g, '[number]')
}

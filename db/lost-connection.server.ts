/** What PostgreSQL, the driver and the network say of a connection that is gone. */
const codes = new Set([
	'57P01',
	'57P02',
	'57P03',
	'08000',
	'08003',
	'08006',
	'ANSWER_TIMEOUT',
	'CONNECTION_CLOSED',
	'CONNECTION_DESTROYED',
	'CONNECTION_ENDED',
	'CONNECT_TIMEOUT',
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE',
	'ETIMEDOUT',
])

/** Whether an error, or what it wraps, says that a connection to the database is gone and nothing else. */
export function isLostConnection(error: unknown): boolean {
	if (!(error instanceof Error)) return false
	if ('code' in error && typeof error.code === 'string' && codes.has(error.code)) return true
	return isLostConnection(error.cause)
}

/**
 * A promise that failed with nobody to hear it is a fault in the program, and ends the process as an error that nobody caught
 * does. That a connection to the database is gone is none: whoever needed it has been told.
 */
export function endOnUnhandledRejection(warn: (error: unknown) => void): void {
	process.on('unhandledRejection', (reason) => {
		if (!isLostConnection(reason)) throw reason
		warn(reason)
	})
}

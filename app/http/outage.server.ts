import { isLostConnection } from '#db/lost-connection.server.ts'

/**
 * The database is full, read-only, starting, stopping or too busy: PostgreSQL's codes and ours, beside those of a connection
 * that is gone. 53100: the disk is full; 58030: it cannot be read or written; 25006: another server takes the writes now.
 */
const codes = new Set([
	'57014',
	'55P03',
	'53000',
	'53100',
	'53200',
	'53300',
	'53400',
	'58000',
	'58030',
	'40001',
	'40P01',
	'25006',
	'25P03',
	'ENOTFOUND',
	'POOL_TIMEOUT',
])

/** Whether an error, or what it wraps, says that the same request may work a little later. */
export function isOutage(error: unknown): boolean {
	if (isLostConnection(error)) return true
	for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
		if ('code' in at && typeof at.code === 'string' && codes.has(at.code)) return true
	}
	return false
}

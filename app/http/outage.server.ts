/** The database is away, starting, stopping or too busy: PostgreSQL's codes, the driver's and the network's. */
const codes = new Set([
	'57P01',
	'57P02',
	'57P03',
	'57014',
	'55P03',
	'53300',
	'53400',
	'40001',
	'40P01',
	'25P03',
	'08000',
	'08003',
	'08006',
	'CONNECTION_CLOSED',
	'CONNECTION_ENDED',
	'CONNECTION_DESTROYED',
	'CONNECT_TIMEOUT',
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOTFOUND',
	'EPIPE',
	'ETIMEDOUT',
])

/** Whether an error, or what it wraps, says that the same request may work a little later. */
export function isOutage(error: unknown): boolean {
	for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
		if ('code' in at && typeof at.code === 'string' && codes.has(at.code)) return true
	}
	return false
}

const byStatus = {
	403: 'not-allowed',
	404: 'not-found',
	405: 'not-found',
	409: 'changed',
	413: 'too-large',
	429: 'too-many',
	503: 'unavailable',
} as const

export type Problem = (typeof byStatus)[keyof typeof byStatus] | 'stale-form' | 'unexpected'

const known: Readonly<Record<number, Problem>> = byStatus

/** Which words an error page has for a status. */
export function problemOf(status: number): Problem {
	return known[status] ?? (status >= 400 && status < 500 ? 'stale-form' : 'unexpected')
}

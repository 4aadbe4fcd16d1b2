const statuses: Readonly<Record<string, number>> = {
	level: 403,
	number: 403,
	taken: 403,
	'no-access': 403,
	unavailable: 503,
}

/** The status of the page that says why nobody was signed in. */
export function statusOfRefusal(reason: string): number {
	return statuses[reason] ?? 400
}

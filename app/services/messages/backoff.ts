const longestMinutes = 240
/** More than fit between the first try and the last, three days later. */
const mostTries = 40

/**
 * When a message is tried again after so many tries: 1, 2, 4 … minutes on, never more than four hours, the last time at `giveUpAt`;
 * null when that has come.
 */
export function nextTry(attempts: number, now: Date, giveUpAt: Date): Date | null {
	if (now >= giveUpAt) return null
	const next = now.getTime() + Math.min(2 ** (attempts - 1), longestMinutes) * 60_000
	return new Date(Math.min(next, giveUpAt.getTime()))
}

/** Whether a message was taken up more often than it can be tried: each time its worker died over it. */
export function isLost(attempts: number): boolean {
	return attempts > mostTries
}

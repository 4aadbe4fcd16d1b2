const tries = 8
const longestMinutes = 60

/** When a message is tried again after so many tries: 1, 2, 4 … minutes on, never more than an hour; null when it is given up. */
export function nextTry(attempts: number, now: Date): Date | null {
	if (attempts >= tries) return null
	return new Date(now.getTime() + Math.min(2 ** (attempts - 1), longestMinutes) * 60_000)
}

/** Whether a message was taken up more often than it may be tried: each time its worker died over it. */
export function isLost(attempts: number): boolean {
	return attempts > tries
}

/** When something outside is asked again after so many tries: 1, 2, 4 … minutes on, never more than an hour. */
export function retryAt(tries: number, now: Date): Date {
	return new Date(now.getTime() + Math.min(2 ** Math.max(0, tries - 1), 60) * 60_000)
}

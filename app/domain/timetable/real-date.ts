/** Whether a text is a date of the calendar, `2026-11-26`: 30 February is none. */
export function isRealDate(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
	const instant = Date.parse(`${text}T00:00:00Z`)
	return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

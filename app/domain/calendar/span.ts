/** A stretch of time, `start` counting and `end` not. */
export interface Span {
	start: Date
	end: Date
}

export function overlaps(a: Span, b: Span): boolean {
	return a.start.getTime() < b.end.getTime() && b.start.getTime() < a.end.getTime()
}

/** A stretch of time, `start` counting and `end` not. */
export interface Span {
	start: Date
	end: Date
}

export function overlaps(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end
}

/** How large a world is, and how it is spread. */
export interface Size {
	bookings: number
	prisoners: number
	facilities: number
	/** Prisoners of the one prison where everything is measured. */
	measured: number
	/** Applications in its queue. */
	applications: number
}

/** Norway has some 60 units and 3,000 prisoners; its largest prison holds about 400. */
export function sizeOf(bookings: number): Size {
	return { bookings, prisoners: 3_000, facilities: 60, measured: 400, applications: 40 }
}

/** Days between a prisoner's visits, ahead and back. */
export const daysApart = 3

/** Days ahead within which each prisoner has a visit. */
export const aheadWithin = 14

/** Days of the past that the bookings reach back. */
export function daysBack(size: Size): number {
	return Math.ceil(size.bookings / size.prisoners) * daysApart
}

/** A page to fetch again and again, each time as the next of some people. */
export interface PagesOrder {
	kind: 'pages'
	/** Each gets its part of the connections. */
	origins: readonly string[]
	requests: readonly { path: string; headers: Readonly<Record<string, string>> }[]
	/** The status that each must have. */
	expected: number
}

/** Requests that serve once each; when none is left the measurement is over. */
export interface OnceOrder extends Omit<PagesOrder, 'kind'> {
	kind: 'once'
}

/** A booking: a time that is chosen, which holds it, and the last button. It is one when both are answered. */
export interface BookingForm {
	path: string
	headers: Readonly<Record<string, string>>
	body: string
	/** Of the last button. */
	lastBody: string
}

export interface BookingsOrder {
	kind: 'bookings'
	origins: readonly string[]
	bookings: readonly BookingForm[]
}

export type Order = (PagesOrder | OnceOrder | BookingsOrder) & { connections: number; seconds: number }

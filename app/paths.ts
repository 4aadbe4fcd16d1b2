/** Every address of the service, and how it is built. No other file writes one as text. */

/** A path with what it asks for; what is null or undefined is left out. */
function withQuery(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
	let search = ''
	for (const name in query) {
		const value = query[name]
		if (value === null || value === undefined || value === '') continue
		search += `${search === '' ? '?' : '&'}${name}=${part(value)}`
	}
	return path + search
}

const part = encodeURIComponent

/** Query parameters by name, for pages whose filters live in the address. */
export type Query = Readonly<Record<string, string | number | null | undefined>>

/** In this field, or parameter of an address where the body is a file, a form says whom it was rendered for. */
export const formContextField = 'formContext'

export const paths = {
	home: () => '/',
	signIn: (to?: string) => withQuery('/sign-in', { to }),
	signInCallback: () => '/sign-in/callback',
	signOut: () => '/sign-out',
	welcome: () => '/welcome',
	language: () => '/language',

	applications: () => '/applications',
	newApplication: (query: Query = {}) => withQuery('/applications/new', query),
	application: (ref: string) => `/applications/${part(ref)}`,

	visits: () => '/visits',
	newVisit: (query: Query = {}) => withQuery('/visits/new', query),
	/** A step of booking a visit: `who`, `time`, `check` … */
	newVisitStep: (step: string, query: Query = {}) => withQuery(`/visits/new/${part(step)}`, query),
	visit: (ref: string) => `/visits/${part(ref)}`,
	changeVisit: (ref: string, query: Query = {}) => withQuery(`/visits/${part(ref)}/change`, query),
	changeStay: (ref: string, query: Query = {}) => withQuery(`/visits/${part(ref)}/change-stay`, query),
	changeParty: (ref: string, query: Query = {}) => withQuery(`/visits/${part(ref)}/party`, query),
	checkParty: (ref: string, query: Query = {}) => withQuery(`/visits/${part(ref)}/party/check`, query),
	cancelVisit: (ref: string) => `/visits/${part(ref)}/cancel`,
	visitPass: (ref: string) => `/visits/${part(ref)}/pass`,
	visitPassFile: (ref: string) => `/visits/${part(ref)}/pass.html`,
	visitCalendarFile: (ref: string) => `/visits/${part(ref)}/calendar.ics`,

	rooms: (query: Query = {}) => withQuery('/rooms', query),
	newStay: (roomRef: string, query: Query = {}) => withQuery(`/rooms/${part(roomRef)}/new`, query),
	newStayTime: (roomRef: string, query: Query = {}) => withQuery(`/rooms/${part(roomRef)}/new/time`, query),

	waitingList: (query: Query = {}) => withQuery('/waiting-list', query),
	phone: () => '/phone',
	newTopUp: (query: Query = {}) => withQuery('/phone/new', query),
	/** A step of paying in: `amount`, `check`. */
	newTopUpStep: (step: string, query: Query = {}) => withQuery(`/phone/new/${part(step)}`, query),
	/** Waits for word of the payment, unless `wait` is `no`. */
	topUp: (ref: string, query: Query = {}) => withQuery(`/phone/${part(ref)}`, query),
	topUpReceipt: (ref: string) => `/phone/${part(ref)}/receipt`,
	children: () => '/children',

	me: () => '/me',

	help: () => '/help',
	accessibility: () => '/accessibility',
	privacy: () => '/privacy',

	staff: {
		today: () => '/staff',
		/** `again`: a page was asked for that wants a sign-in of the last minutes. */
		signIn: (to?: string, again = false) => withQuery('/staff/sign-in', { to, again: again ? 1 : null }),
		signInCallback: () => '/staff/sign-in/callback',
		signOut: () => '/staff/sign-out',
		facility: () => '/staff/facility',
		search: (query: Query = {}) => withQuery('/staff/search', query),
		applications: (query: Query = {}) => withQuery('/staff/applications', query),
		application: (ref: string) => `/staff/applications/${part(ref)}`,
		requests: (query: Query = {}) => withQuery('/staff/requests', query),
		reviews: (query: Query = {}) => withQuery('/staff/reviews', query),
		/** Whom no e-mail reaches, on the page of reviews. */
		peopleToCall: () => '/staff/reviews#to-call',
		review: (ref: string) => `/staff/reviews/${part(ref)}`,
		day: (query: Query = {}) => withQuery('/staff/day', query),
		checkIn: (query: Query = {}) => withQuery('/staff/check-in', query),
		booking: (ref: string) => `/staff/bookings/${part(ref)}`,
		bookingParty: (ref: string) => `/staff/bookings/${part(ref)}/party`,
		prisoner: (ref: string, query: Query = {}) => withQuery(`/staff/prisoners/${part(ref)}`, query),
		visitor: (ref: string, query: Query = {}) => withQuery(`/staff/visitors/${part(ref)}`, query),
		timetable: (query: Query = {}) => withQuery('/staff/timetable', query),
		closures: () => '/staff/closures',
		newClosure: (query: Query = {}) => withQuery('/staff/closures/new', query),
		restrictions: (query: Query = {}) => withQuery('/staff/restrictions', query),
		newRestriction: (query: Query = {}) => withQuery('/staff/restrictions/new', query),
		restriction: (ref: string) => `/staff/restrictions/${part(ref)}`,
		funds: (query: Query = {}) => withQuery('/staff/funds', query),
		topUpsCsv: (query: Query = {}) => withQuery('/staff/funds/list.csv', query),
		/** One payment, with its whole story. */
		topUpDetails: (ref: string) => `/staff/funds/${part(ref)}`,
		newRefund: (ref: string) => `/staff/funds/${part(ref)}/refund`,
		/** A refund that waits for a second officer. */
		refund: (ref: string) => `/staff/funds/refunds/${part(ref)}`,
		/** Where a difference is named, the page opens at it. */
		reconciliation: (discrepancy?: string) =>
			`/staff/funds/reconciliation${discrepancy === undefined ? '' : `#${part(discrepancy)}`}`,
		register: (query: Query = {}) => withQuery('/staff/register', query),
		registerImport: (ref: string) => `/staff/register/${part(ref)}`,
		registerReport: (ref: string) => `/staff/register/${part(ref)}/report.csv`,
	},

	healthLive: () => '/health/live',
	healthReady: () => '/health/ready',
	stripeWebhook: () => '/webhooks/stripe',
	signOutWebhook: () => '/webhooks/sign-out',
	phoneUsage: () => '/api/v1/phone-usage',
	api: (path: string) => `/api/v1/${path}`,
} as const

/** Where the days of a calendar lead, but for the day. */
export function daysOf(calendar: string): string {
	return `${calendar}${calendar.includes('?') ? '&' : '?'}`
}

/** A calendar's page with one of its days opened, at the day's times. */
export function timesOn(days: string, day: string): string {
	return `${days}day=${part(day)}#times`
}

/** What a signed-in person may be sent back to: the first part of the path. A guard against open redirects, not a right. */
export const familyAreas = [
	'applications',
	'visits',
	'rooms',
	'waiting-list',
	'phone',
	'children',
	'messages',
	'me',
	'help',
	'accessibility',
	'privacy',
] as const

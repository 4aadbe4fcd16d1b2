/** How large a world is: Norway's some 60 units with 3,000 prisoners, of whom the largest prison holds about 400. */
export interface Size {
	bookings: number
	/** The country around. */
	nation: { facilities: number; prisoners: number; visitors: number; bookings: number }
	/** The one prison where everything is measured, with as many bookings for each prisoner as the country has. */
	prisoners: number
	visitsEach: number
	/** Applications in its queue. */
	applications: number
}

const country = { facilities: 60, prisoners: 3_000, visitorsEach: 2.5 }
const prisoners = 400

export function sizeOf(bookings: number): Size {
	const visitsEach = Math.ceil(bookings / country.prisoners)
	const others = country.prisoners - prisoners
	return {
		bookings,
		nation: {
			facilities: country.facilities - 1,
			prisoners: others,
			visitors: Math.round(others * country.visitorsEach),
			bookings: bookings - visitsEach * prisoners,
		},
		prisoners,
		visitsEach,
		applications: 40,
	}
}

/** Days between a prisoner's visits, ahead and back. */
export const daysApart = 3

/** Days ahead within which each prisoner has a visit. */
export const aheadWithin = 14

/** The measured prison. */
export const slug = 'measured'

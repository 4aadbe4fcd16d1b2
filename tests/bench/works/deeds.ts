import type { WorkName } from '../options.ts'
import type { Deed, Site } from './bench.ts'
import { bookings } from './bookings.ts'
import { pages } from './pages.ts'
import { signIns } from './sign-ins.ts'

/** What the application does for a work, without the floors beneath it. */
export function deedOf(site: Site, name: WorkName): Deed {
	if (name === 'booking' || name === 'booking-one-place') return bookings(site, name)
	return name === 'sign-in' ? signIns(site) : pages(site, name)
}

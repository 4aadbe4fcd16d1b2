import type { WorkName } from '../options.ts'
import type { Measure, Site } from './bench.ts'
import { bookings } from './bookings.ts'
import { pages } from './pages.ts'
import { signIns } from './sign-ins.ts'

/** What the application does for a work, without the floors beneath it. */
export function measureOf(site: Site, name: WorkName): Measure {
	if (name === 'booking' || name === 'booking-one-place') return bookings(site, name)
	return name === 'sign-in' ? signIns(site) : pages(site, name)
}

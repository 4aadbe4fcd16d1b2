import { addDays, instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import { createDueOffers } from '#app/services/waiting-list/create-offers.server.ts'
import { expireDueOffers } from '#app/services/waiting-list/expire-offers.server.ts'
import { lapseDueEntries } from '#app/services/waiting-list/lapse-entries.server.ts'
import { selectNextOfferEnd } from '#db/queries/waiting-list/open-entries.ts'
import type { Job } from './job.ts'

/**
 * The waiting list: offers that ran out pass on, waiting-list entries whose days are over lapse, and what is free is offered. Each local
 * midnight brings a day more within reach, and ends a day that someone waited for.
 */
export const offers: Job = {
	name: 'offers',
	async run(db, now) {
		const passed = await expireDueOffers(db, now)
		const lapsed = await lapseDueEntries(db, now)
		return passed + lapsed + (await createDueOffers(db, now))
	},
	async nextDue(db, after) {
		const { next, anyEntry } = await selectNextOfferEnd(db, after)
		if (!anyEntry) return next
		const midnight = instantOf(addDays(localDate(after), 1), '00:00')
		return next && next < midnight ? next : midnight
	},
}

import { addDays, instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import { lapseDueWishes } from '#app/services/wishes/lapse-wishes.server.ts'
import { makeDueOffers } from '#app/services/wishes/make-offers.server.ts'
import { passDueOffers } from '#app/services/wishes/pass-offers.server.ts'
import { selectNextOfferEnd } from '#db/queries/wishes/waiting.ts'
import type { DueWork } from './due-work.server.ts'

/**
 * The waiting list: offers that ran out pass on, wishes whose days are over lapse, and what is free is offered. Each local
 * midnight brings a day more within reach, and ends a day that someone waited for.
 */
export const offers: DueWork = {
	name: 'offers',
	async run(db, now) {
		const passed = await passDueOffers(db, now)
		const lapsed = await lapseDueWishes(db, now)
		return passed + lapsed + (await makeDueOffers(db, now))
	},
	async nextDue(db, after) {
		const { next, anyWish } = await selectNextOfferEnd(db, after)
		if (!anyWish) return next
		const midnight = instantOf(addDays(localDate(after), 1), '00:00')
		return next && next < midnight ? next : midnight
	},
}

import { addDays, instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import { fallsAwayOn, lastUnrenewedReview } from '#app/domain/decisions/control-review.ts'
import { endUnrenewedControls } from '#app/services/decisions/end-unrenewed-controls.server.ts'
import { endOverMeasures } from '#app/services/decisions/fall-away.server.ts'
import { passHearings } from '#app/services/decisions/pass-hearings.server.ts'
import { remindOfUnopened } from '#app/services/decisions/remind.server.ts'
import { nextReviewDay } from '#db/queries/decisions/control-reviews.ts'
import { selectNextEnd } from '#db/queries/decisions/decisions.ts'
import { nextAnswerDay } from '#db/queries/decisions/hearings.ts'
import { selectNextReminder } from '#db/queries/decisions/parties.ts'
import type { Job } from './job.ts'

const asSystem = { actor: { kind: 'system' }, requestId: null } as const

/** The local midnight after a day. */
const dayAfter = (day: string) => instantOf(addDays(day, 1), '00:00')

/** Hearings that nobody answered: at the local midnight after their last day. */
export const hearingsPass: Job = {
	name: 'hearings-pass',
	run: (db, now) => passHearings({ db, now, ...asSystem }),
	async nextDue(db, after) {
		const day = await nextAnswerDay(db, localDate(after))
		return day ? dayAfter(day) : null
	},
}

/** Letters and notices that nobody opened. */
export const unopenedReminded: Job = {
	name: 'unopened-reminded',
	run: (db, now) => remindOfUnopened({ db, now, ...asSystem }),
	nextDue: selectNextReminder,
}

/** Controls that nobody has renewed. */
export const unrenewedControlsEnd: Job = {
	name: 'unrenewed-controls-end',
	run: (db, now) => endUnrenewedControls({ db, now, ...asSystem }),
	async nextDue(db, after) {
		const day = await nextReviewDay(db, lastUnrenewedReview(localDate(after)))
		return day ? instantOf(fallsAwayOn(day), '00:00') : null
	},
}

/** Interim measures and suspensions that fall away by themselves. */
export const measuresEnd: Job = {
	name: 'measures-end',
	run: (db, now) => endOverMeasures({ db, now, ...asSystem }),
	async nextDue(db, after) {
		const { at, day } = await selectNextEnd(db, after, localDate(after))
		const due = [at, day && dayAfter(day)].filter((instant) => instant instanceof Date)
		return due.length === 0 ? null : new Date(Math.min(...due.map((instant) => instant.getTime())))
	},
}

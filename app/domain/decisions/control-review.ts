// Straffegjennomføringsloven § 31 third paragraph: a control is never stricter than needed, so it is looked at again.
import { addDays, addMonths, type LocalDate } from '../calendar/oslo.ts'
import type { Policy } from '../policy.ts'

/** Days after its review date that a control stands while nobody renews it. */
const renewalDays = 14

/** When the controls of a decision are to be looked at again. */
export function controlReviewDate(
	from: LocalDate,
	{ controlReviewMonths }: Pick<Policy, 'controlReviewMonths'>,
): LocalDate {
	return addMonths(from, controlReviewMonths)
}

/** Controls with a review date on this day or before it fall away today. */
export function lastUnrenewedReview(today: LocalDate): LocalDate {
	return addDays(today, -renewalDays - 1)
}

/** The first day without a control that nobody renewed. */
export function fallsAwayOn(reviewDate: LocalDate): LocalDate {
	return addDays(reviewDate, renewalDays + 1)
}

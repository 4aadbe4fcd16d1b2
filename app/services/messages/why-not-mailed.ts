import type { Undelivered } from '#app/domain/messages/delivery.ts'
import type { MessageKind } from '#app/domain/messages.ts'
import type { MessageFacts } from '#db/queries/messages/facts.ts'

/**
 * Asked again when a message is about to go out: is it still the reader's business, and still true? What was queued minutes
 * or, after a failure, hours ago may have been overtaken by a later use case, which has a message of its own.
 *
 * - `application-received`: a receipt, true for good; not once the applicant has withdrawn it.
 * - `decision-ready`: once the letter is sent, also when it has been opened: the alert is what the appeal's days count from.
 * - `decision-reminder`: only while the letter, or the notice of a hearing, is unopened.
 * - `hearing-notice`: until the last day to answer is over. `permit-changed`, `appeal-received`, `-answered`: for good.
 * - `booking-requested`, `-declined`, `-lapsed`, `-cancelled`: while the booking is in just that state. A cancellation is always told,
 *   however late, for it is also the proof of booking.
 * - `booking-confirmed`, `-changed`: while the visit stands. What they say is read now, so the newest time is told. To who has
 *   left its party: while they are not of it again, whatever becomes of the visit.
 * - `booking-reminder`, `-under-review`: while a confirmed visit is still to come, and while a review is open.
 * - `waiting-list-offer`: while the offer can be taken.
 * - `top-up-receipt`: once the money is at hand, for good. `top-up-refunded`: unless it could not be given back after all.
 *   `top-up-not-refunded`: while the money is neither on its way back nor with the payer's bank.
 */
export function whyNotMailed(kind: MessageKind, facts: MessageFacts, now: Date): Undelivered | null {
	const { booking, application, decision, hearing, offer, topUp } = facts
	if (facts.left && booking) return booking.theirs ? 'superseded' : null
	if ([booking, application, decision, hearing, offer, topUp].some((subject) => subject?.theirs === false))
		return 'not-theirs'
	return isTrue(kind, facts, now) ? null : 'superseded'
}

function isTrue(kind: MessageKind, facts: MessageFacts, now: Date): boolean {
	const { booking, application, decision, hearing, offer, topUp } = facts
	const toCome = booking !== null && booking.state === 'confirmed' && booking.startsAt > now
	switch (kind) {
		case 'application-received':
			return application !== null && application.state !== 'withdrawn'
		case 'decision-ready':
			return decision ? decision.sent : (application?.letter ?? null) !== null
		case 'decision-reminder':
			if (hearing) return !hearing.opened && hearing.state !== 'passed'
			return decision ? decision.sent && !decision.opened : application?.letter === 'sent'
		case 'hearing-notice':
			return hearing !== null && hearing.state !== 'passed'
		case 'permit-changed':
			return decision !== null
		case 'appeal-received':
		case 'appeal-answered':
			return decision?.sent === true
		case 'booking-requested':
			return booking?.state === 'requested'
		case 'booking-confirmed':
			return booking?.state === 'confirmed' || booking?.state === 'checked-in'
		case 'booking-changed':
			return booking?.state === 'confirmed' || booking?.state === 'requested' || booking?.state === 'checked-in'
		case 'booking-declined':
			return booking?.state === 'declined'
		case 'booking-lapsed':
			return booking?.state === 'lapsed'
		case 'booking-cancelled':
			return booking?.state === 'cancelled'
		case 'booking-reminder':
			return toCome
		case 'booking-under-review':
			return toCome && booking.underReview
		case 'waiting-list-offer':
			return offer !== null && offer.until > now
		case 'top-up-receipt':
			return topUp?.credited === true
		case 'top-up-refunded':
			return topUp?.refund?.stands === true
		case 'top-up-not-refunded':
			return topUp?.refund?.stands === false && topUp.leftOre > 0
	}
}

import type { Template } from './content.ts'
import type { MailProps, SentKind } from './kinds.ts'
import { appealAnswered } from './templates/appeal-answered.ts'
import { appealReceived } from './templates/appeal-received.ts'
import { applicationReceived } from './templates/application-received.ts'
import { bookingCancelled } from './templates/booking-cancelled.ts'
import { bookingChanged } from './templates/booking-changed.ts'
import { bookingConfirmed } from './templates/booking-confirmed.ts'
import { bookingDeclined } from './templates/booking-declined.ts'
import { bookingLapsed } from './templates/booking-lapsed.ts'
import { bookingReminder } from './templates/booking-reminder.ts'
import { bookingRequested } from './templates/booking-requested.ts'
import { bookingUnderReview } from './templates/booking-under-review.ts'
import { decisionReady } from './templates/decision-ready.ts'
import { decisionReminder } from './templates/decision-reminder.ts'
import { hearingNotice } from './templates/hearing-notice.ts'
import { permitChanged } from './templates/permit-changed.ts'
import { topUpNotRefunded } from './templates/top-up-not-refunded.ts'
import { topUpReceipt } from './templates/top-up-receipt.ts'
import { topUpRefunded } from './templates/top-up-refunded.ts'
import { waitingListOffer } from './templates/waiting-list-offer.ts'

/** Every kind of e-mail with its template; a kind without one does not compile. */
export const templates: { readonly [Kind in SentKind]: Template<MailProps[Kind]> } = {
	'application-received': applicationReceived,
	'decision-ready': decisionReady,
	'decision-reminder': decisionReminder,
	'hearing-notice': hearingNotice,
	'permit-changed': permitChanged,
	'appeal-received': appealReceived,
	'appeal-answered': appealAnswered,
	'booking-requested': bookingRequested,
	'booking-confirmed': bookingConfirmed,
	'booking-declined': bookingDeclined,
	'booking-lapsed': bookingLapsed,
	'booking-changed': bookingChanged,
	'booking-cancelled': bookingCancelled,
	'booking-reminder': bookingReminder,
	'booking-under-review': bookingUnderReview,
	'waiting-list-offer': waitingListOffer,
	'top-up-receipt': topUpReceipt,
	'top-up-refunded': topUpRefunded,
	'top-up-not-refunded': topUpNotRefunded,
}

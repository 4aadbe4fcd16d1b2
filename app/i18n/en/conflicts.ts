import type { conflicts as source } from '../nb/conflicts.ts'

export const conflicts = {
	'conflict.title': 'Something has changed since you opened the page',
	'conflict.when': 'That was on {time}.',
	'conflict.yours-not-saved': 'Nothing of yours has been saved.',
	'conflict.next': 'Look at how things stand now before you go on.',
	'conflict.by.you': 'You',
	'conflict.by.prison': 'The prison',
	'conflict.by.family': 'The family',
	'conflict.by.party': 'Someone else in the party',
	'conflict.to.visit': 'See the visit',
	'conflict.to.application': 'See the application',
	'conflict.to.waiting-list': 'See the waiting list',
	'conflict.to.review': 'See the visit',
	'conflict.to.closures': 'See what is closed',
	'conflict.to.top-up': 'See the payment',
	'conflict.to.refund': 'See the refund',
	'conflict.to.reconciliation': 'See the reconciliation',
	'conflict.to.funds': 'See the payments',
	'conflict.to.contact': 'See the details',
	'conflict.to.import': 'See the file',
	'conflict.to.restriction': 'See the restriction',
	'conflict.visit-requested':
		'{by, select, none {This visit has already been asked for.} other {{who} asked for this visit.}}',
	'conflict.visit-booked': '{by, select, none {This visit is already booked.} other {{who} booked this visit.}}',
	'conflict.visit-moved': '{by, select, none {This visit has been moved.} other {{who} moved this visit.}}',
	'conflict.visit-cancelled':
		'{by, select, none {This visit is already cancelled.} other {{who} cancelled this visit.}}',
	'conflict.visit-called-off':
		'{by, select, none {This visit is already cancelled.} other {{who} cancelled this visit.}}',
	'conflict.visit-approved': '{by, select, none {This visit has been approved.} other {{who} approved this visit.}}',
	'conflict.visit-declined':
		'{by, select, none {The prison has said no to this visit.} other {{who} said no to this visit.}}',
	'conflict.visit-lapsed': 'Nobody answered the request in time.',
	'conflict.visit-kept':
		'{by, select, none {This visit was kept after a review.} other {{who} kept this visit after a review.}}',
	'conflict.visit-let-in': '{by, select, none {The party has been let in.} other {{who} let the party in.}}',
	'conflict.visit-completed':
		'{by, select, none {This visit is over.} other {{who} recorded that this visit is over.}}',
	'conflict.visit-no-show':
		'{by, select, none {This visit is recorded as a no-show.} other {{who} recorded this visit as a no-show.}}',
	'conflict.visit-corrected': 'What was recorded about the visit has been corrected.',
	'conflict.visit-party-changed': 'Who comes has been changed.',
	'conflict.visit-turned-away':
		'{by, select, none {The party was turned away at the gate.} other {{who} turned the party away at the gate.}}',
	'conflict.visit-changed': '{by, select, none {This visit has been changed.} other {{who} changed this visit.}}',
	'conflict.hold-replaced':
		'{by, select, none {This time has been replaced by another.} other {{who} chose another time.}}',
	'conflict.waiting-list-fulfilled':
		'{by, select, none {A time from the waiting list has already been accepted.} other {{who} accepted a time from the waiting list.}}',
	'conflict.waiting-list-withdrawn':
		'{by, select, none {This is no longer on the waiting list.} other {{who} left the waiting list.}}',
	'conflict.waiting-list-lapsed': 'The days on the waiting list are over.',
	'conflict.offer-gone': 'The offer no longer stands.',
	'conflict.application-withdrawn':
		'{by, select, none {This application is already withdrawn.} other {{who} withdrew this application.}}',
	'conflict.application-decided':
		'{by, select, none {This application has already been decided.} other {{who} decided this application.}}',
	'conflict.application-check-set':
		'{by, select, none {This check already has an answer.} other {{who} answered this check.}}',
	'conflict.application-linked':
		'{by, select, none {This application is already linked to a prisoner.} other {{who} linked this application to a prisoner.}}',
	'conflict.application-unlinked':
		'{by, select, none {The application is no longer linked to the prisoner.} other {{who} unlinked the application from the prisoner.}}',
	'conflict.decision-drafted':
		'{by, select, none {A decision has been put forward already.} other {{who} put a decision forward.}}',
	'conflict.decision-sent':
		'{by, select, none {The decision has been sent already.} other {{who} approved the decision.}}',
	'conflict.decision-ended': '{by, select, none {The decision no longer holds.} other {{who} ended the decision.}}',
	'conflict.appeal-received':
		'{by, select, none {The appeal has been received already.} other {{who} sent the appeal.}}',
	'conflict.appeal-answered':
		'{by, select, none {The appeal has been answered already.} other {{who} answered the appeal.}}',
	'conflict.appeal-taken-up':
		'{by, select, none {The appeal has been taken up already.} other {{who} took the appeal up.}}',
	'conflict.appeal-dismissed':
		'{by, select, none {A dismissal has been drafted already.} other {{who} drafted a dismissal.}}',
	'conflict.hearing-sent': '{by, select, none {A notice has been sent already.} other {{who} sent a notice.}}',
	'conflict.hearing-answered':
		'{by, select, none {The notice has been answered already.} other {{who} answered the notice.}}',
	'conflict.hearing-over': 'The last day to answer is over.',
	'conflict.permit-active': 'There is already a visiting permit for this.',
	'conflict.review-claimed': '{by, select, none {This review has been taken on.} other {{who} took this review on.}}',
	'conflict.review-ended': '{by, select, none {This visit is no longer under review.} other {{who} ended the review.}}',
	'conflict.closure-added': '{by, select, none {The same is already closed.} other {{who} closed the same.}}',
	'conflict.closure-lifted': '{by, select, none {This closure is already lifted.} other {{who} lifted this closure.}}',
	'conflict.order-lifted': '{by, select, none {This is already lifted.} other {{who} lifted this.}}',
	'conflict.refund-approved': '{by, select, none {This refund has been approved.} other {{who} approved this refund.}}',
	'conflict.refund-declined': '{by, select, none {This refund has been declined.} other {{who} declined this refund.}}',
	'conflict.refund-lapsed': 'The proposed refund has lapsed, because nobody answered in time.',
	'conflict.payment-ended': '{by, select, none {This payment has already ended.} other {{who} ended this payment.}}',
	'conflict.payment-held':
		'{by, select, none {This payment is being held back.} other {{who} held this payment back.}}',
	'conflict.payment-released':
		'{by, select, none {This payment is not held back.} other {{who} released this payment.}}',
	'conflict.discrepancy-resolved':
		'{by, select, none {This discrepancy is already resolved.} other {{who} resolved this discrepancy.}}',
	'conflict.pattern-acknowledged':
		'{by, select, none {This pattern has already been looked at.} other {{who} looked at this pattern.}}',
	'conflict.reconciliation-run':
		'{by, select, none {The reconciliation has been run.} other {{who} ran the reconciliation.}}',
	'conflict.contact-changed': '{by, select, none {The details have been changed.} other {{who} changed the details.}}',
	'conflict.room-changed': '{by, select, none {The room has been changed.} other {{who} changed the room.}}',
	'conflict.template-changed':
		'{by, select, none {The timetable has been changed.} other {{who} changed the timetable.}}',
	'conflict.policy-changed': '{by, select, none {The rules have been changed.} other {{who} changed the rules.}}',
	'conflict.import-received':
		'{by, select, none {This file has already been received.} other {{who} sent this file in.}}',
	'conflict.form-used':
		'{by, select, none {This form has already been sent, with other answers.} other {{who} already sent this form, with other answers.}}',
} satisfies Record<keyof typeof source, string>

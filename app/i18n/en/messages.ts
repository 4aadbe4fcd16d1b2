import type { messages as source } from '../nb/messages.ts'

export const messages = {
	'messages.page.title': 'Messages',
	'messages.page.empty':
		'What we send you will be here, such as answers to applications and news about appointments. You have no messages yet.',
	'messages.page.not-mailed': 'Not sent by e-mail',
	'messages.calendar.title': 'Appointment',
	'messages.calendar.note': 'Sign in to Samvær to see more.',
	'messages.greeting': 'Hello {name},',
	'messages.greeting.unnamed': 'Hello,',
	'messages.footer':
		'You get this e-mail because you use Samvær. It cannot be replied to. We never ask for passwords, codes or payment by e-mail.',
	'messages.fact.reference': 'Reference',
	'messages.fact.starts': 'Starts',
	'messages.fact.ends': 'Ends',
	'messages.fact.formerly': 'Started, before the change',
	'messages.fact.come-by': 'Be there',
	'messages.fact.be-ready': 'Be ready at your screen',
	'messages.fact.answer-by': 'Answer by',
	'messages.open.application': 'See your application',
	'messages.open.decision': 'Read the answer',
	'messages.open.booking': 'See the appointment',
	'messages.open.request': 'See your request',
	'messages.open.offer': 'Answer the offer',
	'messages.open.waiting-list': 'Tell us which days suit you',
	'messages.prepare': 'Bring a valid identity document. The code to show when you arrive is in Samvær.',
	'messages.prepare.video': 'The link to the call is in Samvær.',
	'messages.cancel-by':
		'If you cannot come, you can cancel in Samvær until {time}. After that you must call. The number is in Samvær.',
	'messages.cancel-by-phone': 'If you cannot come, you must call. The number is in Samvær.',
	'messages.cancel-by-booker':
		'If you cannot come, please tell the person who booked, so that the visit can be changed or cancelled.',
	'messages.calendar-attached': 'The appointment is attached as a calendar file.',
	'messages.calendar-removal': 'Is the appointment in your calendar? Open the attached file to remove it there.',
	'messages.application-received.title': 'Application received',
	'messages.application-received.subject': 'We have your application',
	'messages.application-received.lead':
		'We have your application. We are going through it now, and you will usually have an answer within {days, plural, one {1 day} other {# days}}.',
	'messages.application-received.next':
		'You will get an e-mail when the answer is ready, or if we need to ask you something.',
	'messages.decision-ready.title': 'Answer to your application',
	'messages.decision-ready.subject': 'There is an answer to your application',
	'messages.decision-ready.lead': 'The answer to your application is ready. Sign in to read it.',
	'messages.decision-ready.next':
		'The letter says what has been decided and why. If you disagree, it also says what you can do, and by when.',
	'messages.decision-reminder.title': 'An answer is waiting for you',
	'messages.decision-reminder.subject': 'An answer is waiting for you',
	'messages.decision-reminder.lead': 'We have sent you an answer to your application, and it has not been opened yet.',
	'messages.decision-reminder.next':
		'If you disagree with the answer, there is a time limit for saying so. It is in the letter, so please read it as soon as you can.',
	'messages.booking-requested.title': 'Request received',
	'messages.booking-requested.subject': 'We have your request for {time}',
	'messages.booking-requested.lead': 'We have your request for a visit.',
	'messages.booking-requested.next':
		'The visit is not agreed yet. We will look at your request and send you the answer by e-mail. Until then we are keeping the time for you.',
	'messages.booking-requested.travel': 'Please wait with booking travel until you have the answer.',
	'messages.booking-confirmed.title': 'Appointment confirmed',
	'messages.booking-confirmed.subject': 'Your appointment on {time} is confirmed',
	'messages.booking-confirmed.lead': 'Your visit is confirmed.',
	'messages.booking-declined.title': 'Answer to your request',
	'messages.booking-declined.subject': 'Answer to your request for {time}',
	'messages.booking-declined.lead': 'We are sorry that we cannot give you the time you asked for.',
	'messages.booking-declined.next': 'The answer is in Samvær. You can also find another time there.',
	'messages.booking-lapsed.title': 'Your request was not answered',
	'messages.booking-lapsed.subject': 'Your request for {time} was not answered',
	'messages.booking-lapsed.lead':
		'We did not answer your request in time. We are sorry. The visit will not take place, and you do not need to come.',
	'messages.booking-lapsed.next': 'You can ask for another time whenever you like.',
	'messages.visit-stands': 'The visit you already had, {time}, still stands.',
	'messages.visit-stands-until-answer': 'The visit you already have, {time}, stands until you have an answer.',
	'messages.booking-changed.title': 'Appointment changed',
	'messages.booking-changed.subject': 'Your appointment has changed: {time}',
	'messages.booking-changed.lead': 'Your visit has changed. This is what holds now:',
	'messages.booking-changed.awaiting':
		'The change is not agreed yet. We will look at it and send you the answer by e-mail. Until then we are keeping the time for you.',
	'messages.booking-changed.left.subject': 'You are no longer part of the appointment {time}',
	'messages.booking-changed.left.lead': 'You are no longer part of this visit. You need not come.',
	'messages.booking-changed.left.next': 'If you have questions, ask the person who booked the visit, or call us.',
	'messages.booking-cancelled.title': 'Appointment cancelled',
	'messages.booking-cancelled.subject': 'Your appointment on {time} is cancelled',
	'messages.booking-cancelled.lead-visitor': 'The visit is cancelled, as asked. You do not need to do anything more.',
	'messages.booking-cancelled.lead-prisoner': 'The visit is cancelled. You do not need to come.',
	'messages.booking-cancelled.lead-prison':
		'We have had to cancel your visit, and we are sorry. You do not need to come.',
	'messages.booking-cancelled.proof':
		'This e-mail confirms that the appointment with reference {reference} was booked on {booked}, and that it was cancelled on {cancelled} by us and not by you. You can enclose it when you ask to have travel costs covered.',
	'messages.booking-cancelled.first-in-line':
		'Until {until} you are first on the waiting list. Tell us which days suit you, and you will be offered the first time that comes free.',
	'messages.booking-reminder.title': 'Appointment reminder',
	'messages.booking-reminder.subject': 'Reminder: your appointment on {time}',
	'messages.booking-reminder.lead': 'This is a reminder of your visit.',
	'messages.booking-reminder.under-review':
		'We are looking at the visit once more. The appointment stands until you hear otherwise.',
	'messages.booking-under-review.title': 'We are looking at your appointment again',
	'messages.booking-under-review.subject': 'We are looking at your appointment on {time} again',
	'messages.booking-under-review.lead': 'We need to look at your visit once more.',
	'messages.booking-under-review.stands':
		'The appointment stands until you hear otherwise, and you do not need to do anything. If it is changed or cancelled, you will get an e-mail at once.',
	'messages.booking-under-review.travel':
		'If you are about to book travel, you may want a ticket that can be cancelled.',
	'messages.waiting-list-offer.title': 'A time on offer',
	'messages.waiting-list-offer.subject': 'A free time for you: {time}',
	'messages.waiting-list-offer.lead': 'A time has come free that suits what you asked for.',
	'messages.waiting-list-offer.next':
		'We are keeping it for you until then. After that the offer goes to the next on the waiting list.',
	'messages.fact.amount': 'Paid',
	'messages.fact.paid': 'Paid on',
	'messages.fact.returned': 'Paid back',
	'messages.open.top-up': 'See the payment',
	'messages.top-up-receipt.title': 'Receipt',
	'messages.top-up-receipt.subject': 'Receipt for {amount}',
	'messages.top-up-receipt.lead': 'We have your payment, and the money can be used now. This e-mail is your receipt.',
	'messages.top-up-refunded.title': 'Money paid back',
	'messages.top-up-refunded.subject': '{amount} is being paid back to you',
	'messages.top-up-refunded.lead': 'We are paying money back to you, to the card you paid with.',
	'messages.top-up-refunded.next':
		'It usually takes five to ten days before the money is in your account. You do not need to do anything.',
	'messages.top-up-not-refunded.title': 'Money did not reach the card',
	'messages.top-up-not-refunded.subject': '{amount} did not reach your card',
	'messages.top-up-not-refunded.lead':
		'We tried to pay {amount} back to the card you paid with, but the money did not reach it.',
	'messages.top-up-not-refunded.next': 'The money is not lost. We will contact you. You do not need to do anything.',
} satisfies Record<keyof typeof source, string>

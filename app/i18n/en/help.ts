import type { help as source } from '../nb/help.ts'

export const help = {
	'help.title': 'Help',
	'help.intro':
		'Here are answers to what many people wonder about. If you do not find what you need, you can call the prison.',
	'help.begin.title': 'Before the first visit',
	'help.begin.permit':
		'Each adult and each child needs permission to visit. You apply with BankID or another electronic ID.',
	'help.begin.consent': 'The person you want to visit must say yes. The prison asks, so you do not have to.',
	'help.begin.time':
		'The application takes time because several people must answer. You can always see what has been done and what remains.',
	'help.begin.no-eid': 'If you have no electronic ID, you can apply on paper. The prison will send you the form.',
	'help.book.title': 'Booking and changing',
	'help.book.when': 'When the permission has been given, you choose a free time in the calendar.',
	'help.book.full':
		'If it is full, you can put yourselves on a waiting list. If a place comes free, you are offered it.',
	'help.book.change':
		'You can move or cancel the visit yourself until the deadline shown on the visit. After that you must call.',
	'help.day.title': 'On the day',
	'help.day.id': 'Bring valid identification on a card or in a passport. A picture on your phone is not accepted.',
	'help.day.early': 'Come in good time. The visit says how early you should be there.',
	'help.day.things': 'Phones, bags and keys are locked in a locker. Bring only what you need.',
	'help.day.search': 'Anyone may be asked to walk through a metal detector, and sometimes there is a dog.',
	'help.day.code': 'Show the visit pass, on your phone or on paper. The code alone is enough if your phone is flat.',
	'help.children.title': 'With children',
	'help.children.tell':
		'Tell the child beforehand what will happen when you come: whom you will meet, that bags are locked away, and how long you can be together.',
	'help.children.contact': 'The prison has a children’s officer whom you can call and ask.',
	'help.children.ffp':
		'The organisation For Fangers Pårørende gives advice and support to families, also to children: ffp.no.',
	'help.calls.title': 'Paying for calls',
	'help.calls.pay':
		'The person you visit calls you. Where the prison takes money from outside, you can pay for the calls by card under “Money for phone calls”. Nothing is added.',
	'help.calls.back':
		'If a payment does not arrive, you get all of it back without doing anything. Visits cost nothing, and nobody gets an answer sooner by paying.',
	'help.change.title': 'When something changes',
	'help.change.review':
		'Sometimes the prison has to look at a visit again. The visit in Samvær says so, and we e-mail you if we have your address. The visit stands until someone has decided otherwise.',
	'help.change.cancelled':
		'If the prison cancels, the visit says so at once, and we e-mail you if we have your address. You stand first in line for a new time.',
	'help.no-answer.title': 'When we cannot answer',
	'help.no-answer.text':
		'The prison has a duty of secrecy. Sometimes we can only say that a time cannot be offered. It does not mean that you have done anything wrong.',
	'help.contact.title': 'Get in touch',
	'help.contact.text':
		'Call the prison you are going to visit. It helps to have the reference from the application or the visit at hand.',
} satisfies Record<keyof typeof source, string>

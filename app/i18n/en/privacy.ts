import type { privacy as source } from '../nb/privacy.ts'

export const privacy = {
	'privacy.title': 'Privacy',
	'privacy.intro':
		'That you visit someone in prison concerns only you, the person you visit and the prison. So we keep as little as we can, and protect it well.',
	'privacy.what.title': 'What we keep',
	'privacy.what.you':
		'Who you are: name, date of birth, national identity number or D number, phone, email and language.',
	'privacy.what.applications': 'Applications for permission to visit, the answers to them and what they rest on.',
	'privacy.what.visits': 'Visits you have booked, changed, cancelled and been to.',
	'privacy.what.children': 'Children you apply or book for, and consents from parents or others responsible for them.',
	'privacy.what.funds': 'Amounts you have paid for phone time. We never see your card number.',
	'privacy.why.title': 'Why we keep it',
	'privacy.why.text':
		'The prison needs the information to decide applications, carry out visits and look after security. The legal basis is the Execution of Sentences Act, chapter 1 A and sections 27, 31 and 32.',
	'privacy.who.title': 'Who can see it',
	'privacy.who.staff':
		'Only staff who need it for their work. Each time someone opens your information it is written in a log that you can read yourself.',
	'privacy.who.others': 'Other visitors never see your address, your phone number or what your permission says.',
	'privacy.who.messages': 'Emails from us mention neither a prison nor the name of the person you visit.',
	'privacy.long.title': 'How long',
	'privacy.long.text':
		'The information is deleted when it is no longer needed. By law we must keep information about payments for five years.',
	'privacy.rights.title': 'Your rights',
	'privacy.rights.see': 'You can ask the prison to show you what we have about you, and who has read it.',
	'privacy.rights.correct': 'You can ask for something to be corrected or deleted.',
	'privacy.rights.appeal': 'If you disagree with the answer, you can appeal within three weeks.',
	'privacy.rights.authority': 'You can also complain to the Norwegian Data Protection Authority, datatilsynet.no.',
	'privacy.cookies.title': 'Cookies',
	'privacy.cookies.text':
		'We only use cookies needed for signing in and for your language. Nobody tracks you, and nothing is shared with others.',
	'privacy.see-mine': 'See your information',
} satisfies Record<keyof typeof source, string>

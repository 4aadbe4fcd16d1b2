import type { decisions as source } from '../nb/decisions.ts'

export const decisions = {
	'decisions.letter.own': 'Your letter',
	'decisions.letter.sent': 'Sent',
	'decisions.letter.last-appeal-day': 'Last day to appeal',
	'decisions.letter.title.granted': 'You can have contact',
	'decisions.letter.title.granted-with-limits': 'You can have contact, with control',
	'decisions.letter.title.refused': 'The application is refused',
	'decisions.letter.title.controls': 'The control during visits has changed',
	'decisions.letter.title.suspended': 'The permission to visit is suspended for a time',
	'decisions.letter.title.withdrawn': 'The permission to visit is withdrawn',
	'decisions.letter.title.banned': 'You cannot visit for a period',
	'decisions.letter.title.appeal-dismissed': 'The appeal is dismissed',
	'decisions.letter.title.prisoner': 'A decision about contact with you',
	'decisions.letter.decided.heading': 'What is decided',
	'decisions.letter.decided.granted': '{visitor} can have contact with {prisoner}.',
	'decisions.letter.decided.granted-with-limits': '{visitor} can have contact with {prisoner}, with this control:',
	'decisions.letter.decided.refused': 'The application for contact between {visitor} and {prisoner} is refused.',
	'decisions.letter.decided.controls': 'From now on, when {visitor} visits {prisoner}, there is this control:',
	'decisions.letter.decided.controls-none':
		'From now on, when {visitor} visits {prisoner}, there is no control of its own.',
	'decisions.letter.decided.suspended':
		'The permission that {visitor} has to visit {prisoner} is suspended until and including {until}.',
	'decisions.letter.decided.withdrawn': 'The permission that {visitor} had to visit {prisoner} is withdrawn.',
	'decisions.letter.decided.banned':
		'{visitor} cannot visit until and including {until}. After that day the ban no longer holds.',
	'decisions.letter.decided.appeal-dismissed': 'The appeal came after its last day, and it will not be considered.',
	'decisions.letter.interim':
		'This is an interim decision. It holds until the case is decided, and no longer than {time}. You will be heard before the case is decided.',
	'decisions.letter.level':
		'The control that the prison has for all visits comes in addition. You see it when you choose a time.',
	'decisions.letter.door':
		'When you come, you show identification. Staff may search your clothes and belongings, and use a metal detector or a dog.',
	'decisions.letter.rule.heading': 'The rule',
	'decisions.letter.facts.heading': 'Why',
	'decisions.letter.lesser.heading': 'Why less control is not enough',
	'decisions.letter.lesser': '{control}: {why}',
	'decisions.letter.children.heading': 'What is best for the children',
	'decisions.letter.child': '{child}: {why}',
	'decisions.letter.appeal.heading': 'Do you disagree?',
	'decisions.letter.appeal':
		'You can appeal by writing to the prison and saying what you disagree with. The last day is {day}. If the prison does not agree with you, it sends the appeal on to the region.',
	'decisions.letter.appeal.paper':
		'You can appeal within seven days after you got this letter. If the last day is a Saturday, a Sunday or a public holiday, you have until the next working day. Tell an officer or write to the prison.',
	'decisions.letter.appeal.rights':
		'You can ask to see the documents of the case, and ask that the decision does not hold until the appeal is decided. The prison must guide you free of charge. If the decision is changed in your favour, you can ask to have what the appeal cost you covered.',
	'decisions.letter.sender.heading': 'Who has decided',
	'decisions.letter.sender': '{officers}, {date}',
} satisfies Record<keyof typeof source, string>

import type { waitingList as source } from '../nb/waiting-list.ts'

export const waitingList = {
	'wishes.title': 'The waiting list',
	'wishes.lead':
		'When a place comes free, we offer it to those who have waited longest for a visit. You get an e-mail, and the place is kept for you for a while.',
	'wishes.none': 'You are not on the waiting list',
	'wishes.none-about':
		'If you find no time that suits you when you book a visit, you can put yourself on the list there.',
	'wishes.days': 'From {from} to {to}',
	'wishes.offer': 'A place is free: {time}, {setting}.',
	'wishes.offer-until': 'We are keeping it for you until {until}.',
	'wishes.accept': 'Take the place',
	'wishes.withdraw': 'Leave the list',
	'wishes.withdrawn': 'You are no longer on the list.',
	'wishes.made': 'You are on the waiting list. We will write to you when a place comes free.',
	'wishes.new.start': 'Join the waiting list',
	'wishes.new.title': 'Join the waiting list for a visit to {person}',
	'wishes.new.from': 'First day that suits you',
	'wishes.new.to': 'Last day that suits you',
	'wishes.new.far': 'I travel far',
	'wishes.new.far-hint': 'More than three hours each way',
	'wishes.new.confirm': 'Put me on the list',
	'wishes.error.date': 'Write a date that exists',
	'wishes.error.to': 'Choose a last day that is not over, a year ahead at most, and not before the first',
} satisfies Record<keyof typeof source, string>

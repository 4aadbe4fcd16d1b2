import type { waitingList as source } from '../nb/waiting-list.ts'

export const waitingList = {
	'waiting-list.title': 'The waiting list',
	'waiting-list.lead':
		'When a place comes free, we offer it to those who have waited longest for a visit. The offer stands here and is kept for you for a while. We also e-mail it if we have your address.',
	'waiting-list.none': 'You are not on the waiting list',
	'waiting-list.none-about':
		'If you find no time that suits you when you book a visit, you can put yourself on the list there.',
	'waiting-list.days': 'From {from} to {to}',
	'waiting-list.offer': 'A place is free: {time}, {setting}.',
	'waiting-list.offer-until': 'We are keeping it for you until {until}.',
	'waiting-list.accept': 'Take the place',
	'waiting-list.withdraw': 'Leave the list',
	'waiting-list.withdrawn': 'You are no longer on the list.',
	'waiting-list.joined':
		'You are on the waiting list. If you get an offer, it stands here, and we e-mail it if we have your address.',
	'waiting-list.new.start': 'Join the waiting list',
	'waiting-list.new.title': 'Join the waiting list for a visit to {person}',
	'waiting-list.new.from': 'First day that suits you',
	'waiting-list.new.to': 'Last day that suits you',
	'waiting-list.new.far': 'I travel far',
	'waiting-list.new.far-hint': 'More than three hours each way',
	'waiting-list.new.confirm': 'Put me on the list',
	'waiting-list.error.to': 'Choose a last day that is not over, a year ahead at most, and not before the first',
} satisfies Record<keyof typeof source, string>

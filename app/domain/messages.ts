/** Every message that the portal sends to a family. */
export const messageKinds = [
	'application-received',
	'decision-ready',
	'decision-reminder',
	'hearing-notice',
	'permit-changed',
	'appeal-received',
	'appeal-answered',
	'booking-requested',
	'booking-confirmed',
	'booking-declined',
	'booking-lapsed',
	'booking-changed',
	'booking-cancelled',
	'booking-reminder',
	'booking-under-review',
	'waiting-list-offer',
	'top-up-receipt',
	'top-up-refunded',
	'top-up-not-refunded',
] as const
export type MessageKind = (typeof messageKinds)[number]

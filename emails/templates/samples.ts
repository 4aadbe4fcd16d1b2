import type { Decided, Referred, Timed, Upcoming } from '../kinds.ts'

export const referredSample: Referred = { reference: 'K7QM4TXWP2R9' }

export const decidedSample: Decided = { ...referredSample, about: 'application' }

export const timedSample: Timed = {
	...referredSample,
	startsAt: new Date('2026-11-26T11:00:00Z'),
	endsAt: new Date('2026-11-26T12:00:00Z'),
}

export const upcomingSample: Upcoming = {
	...timedSample,
	video: false,
	comeBy: new Date('2026-11-26T10:45:00Z'),
	acts: true,
	cancelBy: new Date('2026-11-25T11:00:00Z'),
}

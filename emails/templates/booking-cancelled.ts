import { paths } from '#app/paths.ts'
import { link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { timedSample } from './samples.ts'
import { timeFacts } from './visit-blocks.ts'

const leads = {
	visitor: 'messages.booking-cancelled.lead-visitor',
	prisoner: 'messages.booking-cancelled.lead-prisoner',
	prison: 'messages.booking-cancelled.lead-prison',
} as const

export const bookingCancelled: Template<MailProps['booking-cancelled']> = {
	content: (visit, voice) => {
		const { t, when, onRecord, address } = voice
		const proof = {
			reference: visit.reference,
			booked: onRecord(visit.bookedAt),
			cancelled: onRecord(visit.cancelledAt),
		}
		const until = visit.firstInLineUntil
		return {
			subject: t('messages.booking-cancelled.subject', { time: when(visit.startsAt) }),
			blocks: [
				text(t(leads[visit.by])),
				timeFacts(visit, voice),
				...(visit.stands ? [text(t('messages.visit-stands', { time: when(visit.stands) }))] : []),
				...(visit.by === 'prison' ? [text(t('messages.booking-cancelled.proof', proof))] : []),
				...(until
					? [
							text(t('messages.booking-cancelled.first-in-line', { until: when(until) })),
							link(t('messages.open.waiting-list'), address(paths.waitingList())),
						]
					: []),
				text(t('messages.calendar-removal')),
				link(t('messages.open.booking'), address(paths.visit(visit.reference))),
			],
		}
	},
	sample: {
		...timedSample,
		stands: null,
		by: 'prison',
		bookedAt: new Date('2026-11-12T08:05:00Z'),
		cancelledAt: new Date('2026-11-24T13:20:00Z'),
		firstInLineUntil: new Date('2026-11-26T13:20:00Z'),
	},
}

import { paths } from '#app/paths.ts'
import { link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { timedSample } from './samples.ts'
import { timeFacts } from './visit-blocks.ts'

export const bookingLapsed: Template<MailProps['booking-lapsed']> = {
	content: (visit, voice) => {
		const { t, when, address } = voice
		const until = visit.firstInLineUntil
		return {
			subject: t('messages.booking-lapsed.subject', { time: when(visit.startsAt) }),
			blocks: [
				text(t('messages.booking-lapsed.lead')),
				timeFacts(visit, voice),
				...(visit.stands ? [text(t('messages.visit-stands', { time: when(visit.stands) }))] : []),
				text(t('messages.booking-lapsed.next')),
				...(until
					? [
							text(t('messages.booking-cancelled.first-in-line', { until: when(until) })),
							link(t('messages.open.waiting-list'), address(paths.waitingList())),
						]
					: []),
				link(t('messages.open.booking'), address(paths.visit(visit.reference))),
			],
		}
	},
	sample: { ...timedSample, stands: null, firstInLineUntil: new Date('2026-11-27T11:00:00Z') },
}

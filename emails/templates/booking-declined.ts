import { paths } from '#app/paths.ts'
import { link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { timedSample } from './samples.ts'
import { timeFacts } from './visit-blocks.ts'

export const bookingDeclined: Template<MailProps['booking-declined']> = {
	content: (visit, voice) => {
		const { t, when, address } = voice
		return {
			subject: t('messages.booking-declined.subject', { time: when(visit.startsAt) }),
			blocks: [
				text(t('messages.booking-declined.lead')),
				timeFacts(visit, voice),
				...(visit.stands ? [text(t('messages.visit-stands', { time: when(visit.stands) }))] : []),
				text(t('messages.booking-declined.next')),
				link(t('messages.open.decision'), address(paths.visit(visit.reference))),
			],
		}
	},
	sample: { ...timedSample, stands: null },
}

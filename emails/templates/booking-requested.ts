import { paths } from '#app/paths.ts'
import { link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { timedSample } from './samples.ts'
import { timeFacts } from './visit-blocks.ts'

export const bookingRequested: Template<MailProps['booking-requested']> = {
	content: (visit, voice) => {
		const { t, when, address } = voice
		return {
			subject: t('messages.booking-requested.subject', { time: when(visit.startsAt) }),
			blocks: [
				text(t('messages.booking-requested.lead')),
				timeFacts(visit, voice),
				...(visit.stands ? [text(t('messages.visit-stands-until-answer', { time: when(visit.stands) }))] : []),
				text(t('messages.booking-requested.next')),
				text(t('messages.booking-requested.travel')),
				link(t('messages.open.request'), address(paths.visit(visit.reference))),
			],
		}
	},
	sample: { ...timedSample, stands: null },
}

import { paths } from '#app/paths.ts'
import { link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { upcomingSample } from './samples.ts'
import { beforehand, comeBy, timeFacts } from './visit-blocks.ts'

export const bookingConfirmed: Template<MailProps['booking-confirmed']> = {
	content: (visit, voice) => {
		const { t, when, address } = voice
		return {
			subject: t('messages.booking-confirmed.subject', { time: when(visit.startsAt) }),
			blocks: [
				text(t('messages.booking-confirmed.lead')),
				timeFacts(visit, voice, comeBy(visit, voice)),
				...beforehand(visit, voice),
				text(t('messages.calendar-attached')),
				link(t('messages.open.booking'), address(paths.visit(visit.reference))),
			],
		}
	},
	sample: upcomingSample,
}

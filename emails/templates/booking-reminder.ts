import { paths } from '#app/paths.ts'
import { link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { upcomingSample } from './samples.ts'
import { beforehand, comeBy, timeFacts } from './visit-blocks.ts'

export const bookingReminder: Template<MailProps['booking-reminder']> = {
	content: (visit, voice) => {
		const { t, when, address } = voice
		return {
			subject: t('messages.booking-reminder.subject', { time: when(visit.startsAt) }),
			blocks: [
				text(t('messages.booking-reminder.lead')),
				timeFacts(visit, voice, comeBy(visit, voice)),
				...(visit.underReview ? [text(t('messages.booking-reminder.under-review'))] : []),
				...beforehand(visit, voice),
				link(t('messages.open.booking'), address(paths.visit(visit.reference))),
			],
		}
	},
	sample: { ...upcomingSample, underReview: false },
}

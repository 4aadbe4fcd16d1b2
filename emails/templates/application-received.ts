import { paths } from '#app/paths.ts'
import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { referredSample } from './samples.ts'

export const applicationReceived: Template<MailProps['application-received']> = {
	content: ({ reference, answerWithinDays }, { t, address }) => ({
		subject: t('messages.application-received.subject'),
		blocks: [
			text(t('messages.application-received.lead', { days: answerWithinDays })),
			text(t('messages.application-received.next')),
			facts([t('messages.fact.reference'), reference]),
			link(t('messages.open.application'), address(paths.application(reference))),
		],
	}),
	sample: { ...referredSample, answerWithinDays: 21 },
}

import { paths } from '#app/paths.ts'
import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { referredSample } from './samples.ts'

export const decisionReminder: Template<MailProps['decision-reminder']> = {
	content: ({ reference }, { t, address }) => ({
		subject: t('messages.decision-reminder.subject'),
		blocks: [
			text(t('messages.decision-reminder.lead')),
			text(t('messages.decision-reminder.next')),
			facts([t('messages.fact.reference'), reference]),
			link(t('messages.open.decision'), address(paths.application(reference))),
		],
	}),
	sample: referredSample,
}

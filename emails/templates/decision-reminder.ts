import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { decidedPath } from './decided-path.ts'
import { decidedSample } from './samples.ts'

export const decisionReminder: Template<MailProps['decision-reminder']> = {
	content: ({ reference, about }, { t, address }) => ({
		subject: t(
			about === 'application' ? 'messages.decision-reminder.subject' : 'messages.decision-reminder.subject-contact',
		),
		blocks: [
			text(t(about === 'application' ? 'messages.decision-reminder.lead' : 'messages.decision-reminder.lead-contact')),
			text(t('messages.decision-reminder.next')),
			facts([t('messages.fact.reference'), reference]),
			link(t('messages.open.decision'), address(decidedPath({ reference, about }))),
		],
	}),
	sample: decidedSample,
}

import { paths } from '#app/paths.ts'
import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { referredSample } from './samples.ts'

export const decisionReady: Template<MailProps['decision-ready']> = {
	content: ({ reference }, { t, address }) => ({
		subject: t('messages.decision-ready.subject'),
		blocks: [
			text(t('messages.decision-ready.lead')),
			text(t('messages.decision-ready.next')),
			facts([t('messages.fact.reference'), reference]),
			link(t('messages.open.decision'), address(paths.application(reference))),
		],
	}),
	sample: referredSample,
}

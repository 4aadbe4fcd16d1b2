import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { decidedPath } from './decided-path.ts'
import { decidedSample } from './samples.ts'

export const decisionReady: Template<MailProps['decision-ready']> = {
	content: ({ reference, about }, { t, address }) => ({
		subject: t(about === 'application' ? 'messages.decision-ready.subject' : 'messages.decision-ready.subject-contact'),
		blocks: [
			text(t(about === 'application' ? 'messages.decision-ready.lead' : 'messages.decision-ready.lead-contact')),
			text(t('messages.decision-ready.next')),
			facts([t('messages.fact.reference'), reference]),
			link(t('messages.open.decision'), address(decidedPath({ reference, about }))),
		],
	}),
	sample: decidedSample,
}

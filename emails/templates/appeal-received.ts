import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { decidedPath } from './decided-path.ts'
import { decidedSample } from './samples.ts'

export const appealReceived: Template<MailProps['appeal-received']> = {
	content: ({ reference, about }, { t, address }) => ({
		subject: t('messages.appeal-received.subject'),
		blocks: [
			text(t('messages.appeal-received.lead')),
			text(t('messages.appeal-received.next')),
			facts([t('messages.fact.reference'), reference]),
			link(t('messages.open.portal'), address(decidedPath({ reference, about }))),
		],
	}),
	sample: decidedSample,
}

import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { decidedPath } from './decided-path.ts'
import { decidedSample } from './samples.ts'

export const appealAnswered: Template<MailProps['appeal-answered']> = {
	content: ({ reference, about }, { t, address }) => ({
		subject: t('messages.appeal-answered.subject'),
		blocks: [
			text(t('messages.appeal-answered.lead')),
			text(t('messages.appeal-answered.next')),
			facts([t('messages.fact.reference'), reference]),
			link(t('messages.open.decision'), address(decidedPath({ reference, about }))),
		],
	}),
	sample: decidedSample,
}

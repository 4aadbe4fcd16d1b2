import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { decidedPath } from './decided-path.ts'
import { decidedSample } from './samples.ts'

export const hearingNotice: Template<MailProps['hearing-notice']> = {
	content: ({ reference, about }, { t, address }) => ({
		subject: t('messages.hearing-notice.subject'),
		blocks: [
			text(t('messages.hearing-notice.lead')),
			text(t('messages.hearing-notice.next')),
			facts([t('messages.fact.reference'), reference]),
			link(t('messages.open.portal'), address(decidedPath({ reference, about }))),
		],
	}),
	sample: decidedSample,
}

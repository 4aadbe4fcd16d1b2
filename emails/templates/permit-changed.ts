import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { decidedPath } from './decided-path.ts'
import { decidedSample } from './samples.ts'

export const permitChanged: Template<MailProps['permit-changed']> = {
	content: ({ reference, about }, { t, address }) => ({
		subject: t('messages.permit-changed.subject'),
		blocks: [
			text(t('messages.permit-changed.lead')),
			text(t('messages.permit-changed.next')),
			facts([t('messages.fact.reference'), reference]),
			link(t('messages.open.portal'), address(decidedPath({ reference, about }))),
		],
	}),
	sample: decidedSample,
}

import { paths } from '#app/paths.ts'
import { link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { timedSample } from './samples.ts'
import { timeFacts } from './visit-blocks.ts'

export const waitingListOffer: Template<MailProps['waiting-list-offer']> = {
	content: (offer, voice) => {
		const { t, when, address } = voice
		return {
			subject: t('messages.waiting-list-offer.subject', { time: when(offer.startsAt) }),
			blocks: [
				text(t('messages.waiting-list-offer.lead')),
				timeFacts(offer, voice, [t('messages.fact.answer-by'), when(offer.answerBy)]),
				text(t('messages.waiting-list-offer.next')),
				link(t('messages.open.offer'), address(paths.waitingList())),
			],
		}
	},
	sample: { ...timedSample, answerBy: new Date('2026-11-24T15:00:00Z') },
}

import { paths } from '#app/paths.ts'
import { link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { timedSample } from './samples.ts'
import { timeFacts } from './visit-blocks.ts'

export const wishOffer: Template<MailProps['wish-offer']> = {
	content: (offer, voice) => {
		const { t, when, address } = voice
		return {
			subject: t('messages.wish-offer.subject', { time: when(offer.startsAt) }),
			blocks: [
				text(t('messages.wish-offer.lead')),
				timeFacts(offer, voice, [t('messages.fact.answer-by'), when(offer.answerBy)]),
				text(t('messages.wish-offer.next')),
				link(t('messages.open.offer'), address(paths.waitingList())),
			],
		}
	},
	sample: { ...timedSample, answerBy: new Date('2026-11-24T15:00:00Z') },
}

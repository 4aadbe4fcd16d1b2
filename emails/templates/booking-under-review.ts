import { paths } from '#app/paths.ts'
import { link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { timedSample } from './samples.ts'
import { timeFacts } from './visit-blocks.ts'

/** Says that the visit is looked at, never why, and promises no second message: a cause may go away in silence. */
export const bookingUnderReview: Template<MailProps['booking-under-review']> = {
	content: (visit, voice) => {
		const { t, when, address } = voice
		return {
			subject: t('messages.booking-under-review.subject', { time: when(visit.startsAt) }),
			blocks: [
				text(t('messages.booking-under-review.lead')),
				timeFacts(visit, voice),
				text(t('messages.booking-under-review.stands')),
				text(t('messages.booking-under-review.travel')),
				link(t('messages.open.booking'), address(paths.visit(visit.reference))),
			],
		}
	},
	sample: timedSample,
}

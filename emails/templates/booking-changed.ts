import { paths } from '#app/paths.ts'
import { type Content, link, type Template, text, type Voice } from '../content.ts'
import type { MailProps, Timed } from '../kinds.ts'
import { upcomingSample } from './samples.ts'
import { beforehand, comeBy, timeFacts } from './visit-blocks.ts'

export const bookingChanged: Template<MailProps['booking-changed']> = {
	content: (visit, voice) => {
		const { t, when, address } = voice
		if (visit.left) return leftParty(visit, voice)
		const formerly: [string, string][] = visit.formerly ? [[t('messages.fact.formerly'), when(visit.formerly)]] : []
		return {
			subject: t('messages.booking-changed.subject', { time: when(visit.startsAt) }),
			blocks: [
				text(t('messages.booking-changed.lead')),
				timeFacts(visit, voice, comeBy(visit, voice), ...formerly),
				...(visit.awaitsAnswer
					? [text(t('messages.booking-changed.awaiting'))]
					: [...beforehand(visit, voice), text(t('messages.calendar-attached'))]),
				link(t('messages.open.booking'), address(paths.visit(visit.reference))),
			],
		}
	},
	sample: { ...upcomingSample, formerly: new Date('2026-11-24T17:30:00Z'), awaitsAnswer: false, left: false },
}

/** Why they no longer come is not told, nor is the visit theirs to see. */
function leftParty(visit: Timed, voice: Voice): Content {
	const { t, when } = voice
	return {
		subject: t('messages.booking-changed.left.subject', { time: when(visit.startsAt) }),
		blocks: [
			text(t('messages.booking-changed.left.lead')),
			timeFacts(visit, voice),
			text(t('messages.booking-changed.left.next')),
			text(t('messages.calendar-removal')),
		],
	}
}

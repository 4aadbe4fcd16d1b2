import { type Block, facts, text, type Voice } from '../content.ts'
import type { Timed, Upcoming } from '../kinds.ts'

/** When it is and its reference, with any other facts in between. */
export function timeFacts(visit: Timed, { t, when }: Voice, ...more: readonly (readonly [string, string])[]): Block {
	return facts(
		[t('messages.fact.starts'), when(visit.startsAt)],
		[t('messages.fact.ends'), when(visit.endsAt)],
		...more,
		[t('messages.fact.reference'), visit.reference],
	)
}

/** How early to be there. */
export function comeBy(visit: Upcoming, { t, when }: Voice): readonly [string, string] {
	return [t(visit.video ? 'messages.fact.be-ready' : 'messages.fact.come-by'), when(visit.comeBy)]
}

/** What to bring, and what to do when one cannot come. */
export function beforehand(visit: Upcoming, { t, when }: Voice): Block[] {
	return [
		text(t(visit.video ? 'messages.prepare.video' : 'messages.prepare')),
		text(visit.acts ? howToCancel(visit, { t, when }) : t('messages.cancel-by-booker')),
	]
}

function howToCancel(visit: Upcoming, { t, when }: Pick<Voice, 't' | 'when'>): string {
	return visit.cancelBy ? t('messages.cancel-by', { time: when(visit.cancelBy) }) : t('messages.cancel-by-phone')
}

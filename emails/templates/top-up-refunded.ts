import { paths } from '#app/paths.ts'
import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { referredSample } from './samples.ts'

/** Never why: that may be another's affair. */
export const topUpRefunded: Template<MailProps['top-up-refunded']> = {
	content: ({ reference, paidOre, ore }, { t, money, address }) => ({
		subject: t('messages.top-up-refunded.subject', { amount: money(ore) }),
		blocks: [
			text(t('messages.top-up-refunded.lead')),
			facts(
				[t('messages.fact.returned'), money(ore)],
				[t('messages.fact.amount'), money(paidOre)],
				[t('messages.fact.reference'), reference],
			),
			text(t('messages.top-up-refunded.next')),
			link(t('messages.open.top-up'), address(paths.topUp(reference))),
		],
	}),
	sample: { ...referredSample, paidOre: 20_000, ore: 20_000 },
}

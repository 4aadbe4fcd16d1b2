import { paths } from '#app/paths.ts'
import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { referredSample } from './samples.ts'

/** Never why it was to go back: that may be another's affair. */
export const topUpNotRefunded: Template<MailProps['top-up-not-refunded']> = {
	content: ({ reference, paidOre, ore }, { t, money, address }) => ({
		subject: t('messages.top-up-not-refunded.subject', { amount: money(ore) }),
		blocks: [
			text(t('messages.top-up-not-refunded.lead', { amount: money(ore) })),
			facts([t('messages.fact.amount'), money(paidOre)], [t('messages.fact.reference'), reference]),
			text(t('messages.top-up-not-refunded.next')),
			link(t('messages.open.top-up'), address(paths.topUp(reference))),
		],
	}),
	sample: { ...referredSample, paidOre: 20_000, ore: 20_000 },
}

import { paths } from '#app/paths.ts'
import { facts, link, type Template, text } from '../content.ts'
import type { MailProps } from '../kinds.ts'
import { referredSample } from './samples.ts'

export const topUpReceipt: Template<MailProps['top-up-receipt']> = {
	content: ({ reference, ore, paidAt }, { t, money, onRecord, address }) => ({
		subject: t('messages.top-up-receipt.subject', { amount: money(ore) }),
		blocks: [
			text(t('messages.top-up-receipt.lead')),
			facts(
				[t('messages.fact.amount'), money(ore)],
				[t('messages.fact.paid'), onRecord(paidAt)],
				[t('messages.fact.reference'), reference],
			),
			link(t('messages.open.top-up'), address(paths.topUp(reference))),
		],
	}),
	sample: { ...referredSample, ore: 20_000, paidAt: new Date('2026-11-24T15:00:00Z') },
}

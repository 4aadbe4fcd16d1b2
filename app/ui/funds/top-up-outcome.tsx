import type { TopUpState } from '#app/domain/funds/top-up.ts'
import { formatDateTime, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { Notice } from '../display/notice.tsx'

type Props = {
	/** Amounts are whole øre. */
	topUp: {
		state: TopUpState
		person: string
		refundedOre: number
		disputedOre: number
		refundBy: Date | null
		/** Where to pay; null when that is not open. */
		url: string | null
		/** What was paid is not what was agreed. */
		otherwise: boolean
	}
}

/** What has become of a payment, and what comes next. Read aloud when the page comes back from paying. */
export function TopUpOutcome({ topUp }: Props) {
	const t = useT()
	const locale = useLocale()
	const { state, person, refundedOre, disputedOre, refundBy } = topUp
	if (topUp.otherwise) {
		const what = state === 'started' ? 'otherwise' : 'otherwise-returned'
		return (
			<Notice kind="warning" news title={t(`phone.one.${what}`)}>
				{t(`phone.one.${what}-about`)}
			</Notice>
		)
	}
	if (state === 'started') {
		const what = topUp.url === null ? 'not-opened' : 'started'
		return (
			<Notice news title={t(`phone.one.${what}`)}>
				{t(`phone.one.${what}-about`)}
			</Notice>
		)
	}
	if (state === 'paid') {
		const by = refundBy === null ? '' : formatDateTime(refundBy, locale)
		return (
			<Notice news title={t('phone.one.paid')}>
				{t('phone.one.paid-about', { by })}
			</Notice>
		)
	}
	const amount = formatMoney(state === 'refunded' ? refundedOre : disputedOre, locale)
	return (
		<Notice kind={kinds[state]} news title={t(`phone.one.${state}`, { amount })}>
			{t(`phone.one.${state}-about`, { person })}
		</Notice>
	)
}

const kinds = { credited: 'done', abandoned: 'neutral', refunded: 'info', disputed: 'warning' } as const

import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../../button.tsx'
import { Notice } from '../../display/notice.tsx'
import { HiddenFields } from '../../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../../forms/post-form.tsx'

type Props = {
	ore: number
	/** The most that may go back now: it may have been used since. */
	mostOre: number
	payer: string
}

/** Approve, which does it, or decline. What each does stands beside it. */
export function DecideRefund({ ore, mostOre, payer }: Props) {
	const t = useT()
	const locale = useLocale()
	const amount = formatMoney(ore, locale)
	return (
		<>
			{ore > mostOre ? (
				<Notice kind="warning">{t('funds.decide.too-much', { most: formatMoney(mostOre, locale) })}</Notice>
			) : (
				<PostForm>
					<HiddenFields values={{ step: 'approve' }} />
					<p>{t('funds.refund.will-at-once', { amount, payer })}</p>
					<FormActions>
						<SubmitButton variant="danger">{t('funds.decide.approve', { amount })}</SubmitButton>
					</FormActions>
				</PostForm>
			)}
			<PostForm>
				<HiddenFields values={{ step: 'decline' }} />
				<p>{t('funds.decide.decline-about')}</p>
				<FormActions>
					<SubmitButton variant="secondary">{t('funds.decide.decline')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}

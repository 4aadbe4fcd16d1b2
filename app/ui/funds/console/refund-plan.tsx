import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../../button.tsx'
import { Notice } from '../../display/notice.tsx'
import { SummaryList } from '../../display/summary-list.tsx'
import { HiddenFields, IdempotencyKeyField } from '../../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../../forms/post-form.tsx'

export interface RefundPlanned {
	ore: number
	/** As it was typed, to be sent on. */
	amount: string
	reason: string
	idempotencyKey: string
	needsSecond: boolean
}

type Props = { plan: RefundPlanned; payer: string; prisoner: string; aloneOre: number }

/** What will happen, told before it is done. */
export function RefundPlan({ plan, payer, prisoner, aloneOre }: Props) {
	const t = useT()
	const locale = useLocale()
	const { reason, idempotencyKey, needsSecond } = plan
	const amount = formatMoney(plan.ore, locale)
	return (
		<>
			<SummaryList
				rows={[
					{ label: t('funds.refund.amount'), value: amount },
					{ label: t('funds.col.payer'), value: payer },
					{ label: t('funds.col.prisoner'), value: prisoner },
					{ label: t('funds.top-up.reason'), value: reason },
				]}
			/>
			<Notice title={t('funds.refund.will')}>
				{needsSecond
					? t('funds.refund.will-propose', { alone: formatMoney(aloneOre, locale) })
					: t('funds.refund.will-at-once', { amount, payer })}
			</Notice>
			<PostForm>
				<HiddenFields values={{ amount: plan.amount, reason }} />
				<IdempotencyKeyField value={idempotencyKey} />
				<FormActions>
					<SubmitButton name="step" value="do" variant={needsSecond ? 'primary' : 'danger'}>
						{t(needsSecond ? 'funds.refund.propose' : 'funds.refund.do', { amount })}
					</SubmitButton>
					<SubmitButton name="step" value="edit" variant="tertiary">
						{t('funds.refund.edit')}
					</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}

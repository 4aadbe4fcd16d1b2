import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../../button.tsx'
import type { FormField } from '../../forms/form-field.ts'
import { HiddenFields, IdempotencyKeyField } from '../../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../../forms/post-form.tsx'
import { TextArea } from '../../forms/text-area.tsx'
import { TextField } from '../../forms/text-field.tsx'

type Props = {
	id: string
	fields: Readonly<Record<'amount' | 'reason', FormField>>
	idempotencyKey: string
	mostOre: number
	aloneOre: number
}

/** How much goes back, and why. It changes nothing: the next page tells what will happen. */
export function RefundForm({ id, fields, idempotencyKey, mostOre, aloneOre }: Props) {
	const t = useT()
	const locale = useLocale()
	return (
		<PostForm id={id}>
			<HiddenFields values={{ step: 'check' }} />
			<IdempotencyKeyField value={idempotencyKey} />
			<TextField
				field={fields.amount}
				label={t('funds.refund.amount')}
				hint={t('funds.refund.amount-hint', { most: formatMoney(mostOre, locale) })}
				inputMode="decimal"
				size={8}
				unit="kr"
			/>
			<TextArea
				field={fields.reason}
				label={t('funds.top-up.reason')}
				hint={t('funds.refund.reason-hint')}
				rows={3}
				maxLength={500}
			/>
			<p className="small subtle">{t('funds.refund.limit', { alone: formatMoney(aloneOre, locale) })}</p>
			<FormActions>
				<SubmitButton>{t('funds.refund.check')}</SubmitButton>
			</FormActions>
		</PostForm>
	)
}

import { topUpStates } from '#app/domain/funds/top-up.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { SubmitButton } from '../../button.tsx'
import type { FormField } from '../../forms/form-field.ts'
import { HiddenFields } from '../../forms/hidden-fields.tsx'
import { Select } from '../../forms/select.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { TextLink } from '../../text-link.tsx'

type Props = {
	id: string
	fields: Readonly<Record<'text' | 'amount' | 'state' | 'from' | 'to', FormField>>
	/** Only one payer's payments: the payer's reference. */
	payer: string | undefined
	/** Something is looked for. */
	isNarrowed: boolean
}

/** What to look for; it lies in the address, so that it can be kept and sent on. */
export function TopUpSearchForm({ id, fields, payer, isNarrowed }: Props) {
	const t = useT()
	return (
		<form className="filters" method="get" action={paths.staff.funds()} noValidate id={id}>
			<HiddenFields values={{ payer }} />
			<TextField field={fields.text} label={t('funds.search.text')} type="search" code size={24} />
			<TextField field={fields.amount} label={t('funds.search.amount')} inputMode="decimal" size={6} unit="kr" />
			<Select
				field={fields.state}
				label={t('funds.search.state')}
				empty={t('funds.search.any')}
				options={topUpStates.map((state) => ({ value: state, label: t(`funds.state.${state}`) }))}
			/>
			<TextField field={fields.from} label={t('funds.search.from')} type="date" />
			<TextField field={fields.to} label={t('funds.search.to')} type="date" />
			<div className="cluster">
				<SubmitButton variant="secondary">{t('funds.search.submit')}</SubmitButton>
				{isNarrowed && <TextLink href={paths.staff.funds()}>{t('funds.search.clear')}</TextLink>}
			</div>
		</form>
	)
}

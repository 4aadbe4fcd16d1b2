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
			<TextField field={fields.text} label={t('money.search.text')} type="search" code size={24} />
			<TextField field={fields.amount} label={t('money.search.amount')} inputMode="decimal" size={6} unit="kr" />
			<Select
				field={fields.state}
				label={t('money.search.state')}
				empty={t('money.search.any')}
				options={topUpStates.map((state) => ({ value: state, label: t(`money.state.${state}`) }))}
			/>
			<TextField field={fields.from} label={t('money.search.from')} type="date" />
			<TextField field={fields.to} label={t('money.search.to')} type="date" />
			<div className="cluster">
				<SubmitButton variant="secondary">{t('money.search.submit')}</SubmitButton>
				{isNarrowed && <TextLink href={paths.staff.funds()}>{t('money.search.clear')}</TextLink>}
			</div>
		</form>
	)
}

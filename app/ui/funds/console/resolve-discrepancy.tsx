import { formatDateTime, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { SubmitButton } from '../../button.tsx'
import { SummaryList } from '../../display/summary-list.tsx'
import { HiddenFields } from '../../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../../forms/post-form.tsx'
import { standaloneField } from '../../forms/standalone-field.ts'
import { TextField } from '../../forms/text-field.tsx'
import { Subsection } from '../../layout/subsection.tsx'
import { TextLink } from '../../text-link.tsx'
import type { DiscrepancyLine } from './discrepancies-table.tsx'

type Props = {
	line: DiscrepancyLine
	mayEnd: boolean
	failed: { errors: readonly string[]; typed: string } | null
}

/** One open difference: what each side says, what it means, and the way to end it. */
export function ResolveDiscrepancy({ line, mayEnd, failed }: Props) {
	const t = useT()
	const locale = useLocale()
	const { stripeOre, ledgerOre, topUpRef } = line
	return (
		<Subsection title={t(`funds.discrepancy.${line.kind}`)} level={3} id={line.ref}>
			<p>{t(`funds.discrepancy-about.${line.kind}`)}</p>
			<SummaryList
				rows={[
					{
						label: t('funds.col.reference'),
						value: topUpRef ? (
							<TextLink href={paths.staff.topUpDetails(topUpRef)}>{topUpRef}</TextLink>
						) : (
							<code>{line.subject}</code>
						),
					},
					...(line.prisoner === null ? [] : [{ label: t('funds.col.prisoner'), value: line.prisoner }]),
					...(stripeOre === null ? [] : [{ label: t('funds.col.stripe'), value: formatMoney(stripeOre, locale) }]),
					...(ledgerOre === null ? [] : [{ label: t('funds.col.ledger'), value: formatMoney(ledgerOre, locale) }]),
					{ label: t('funds.col.found'), value: formatDateTime(line.foundAt, locale, { year: true }) },
				]}
			/>
			{mayEnd && (
				<PostForm>
					<HiddenFields values={{ step: 'end', discrepancy: line.ref }} />
					<TextField
						field={standaloneField(line.ref, 'note', failed?.errors, failed?.typed)}
						label={t('funds.reconciliation.note')}
						maxLength={500}
					/>
					<FormActions>
						<SubmitButton variant="secondary" about={topUpRef ?? line.subject}>
							{t('funds.reconciliation.resolve')}
						</SubmitButton>
					</FormActions>
				</PostForm>
			)}
		</Subsection>
	)
}

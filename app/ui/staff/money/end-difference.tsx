import { formatDateTime, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { SubmitButton } from '../../button.tsx'
import { SummaryList } from '../../display/summary-list.tsx'
import { HiddenFields } from '../../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../../forms/post-form.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { TextLink } from '../../text-link.tsx'
import type { DifferenceLine } from './differences-table.tsx'
import { Part } from './part.tsx'
import { plainField } from './plain-field.ts'

type Props = {
	line: DifferenceLine
	mayEnd: boolean
	failed: { errors: readonly string[]; typed: string } | null
}

/** One open difference: what each side says, what it means, and the way to end it. */
export function EndDifference({ line, mayEnd, failed }: Props) {
	const t = useT()
	const locale = useLocale()
	const { stripeOre, ledgerOre, topUpRef } = line
	return (
		<Part title={t(`money.difference.${line.kind}`)} level={3} id={line.ref}>
			<p>{t(`money.difference-about.${line.kind}`)}</p>
			<SummaryList
				rows={[
					{
						label: t('money.col.reference'),
						value: topUpRef ? (
							<TextLink href={paths.staff.moneyStory(topUpRef)}>{topUpRef}</TextLink>
						) : (
							<code>{line.subject}</code>
						),
					},
					...(line.prisoner === null ? [] : [{ label: t('money.col.prisoner'), value: line.prisoner }]),
					...(stripeOre === null ? [] : [{ label: t('money.col.stripe'), value: formatMoney(stripeOre, locale) }]),
					...(ledgerOre === null ? [] : [{ label: t('money.col.ledger'), value: formatMoney(ledgerOre, locale) }]),
					{ label: t('money.col.found'), value: formatDateTime(line.foundAt, locale, { year: true }) },
				]}
			/>
			{mayEnd && (
				<PostForm>
					<HiddenFields values={{ step: 'end', difference: line.ref }} />
					<TextField
						field={plainField(line.ref, 'note', failed?.errors, failed?.typed)}
						label={t('money.reconciliation.note')}
						maxLength={500}
					/>
					<FormActions>
						<SubmitButton variant="secondary" about={topUpRef ?? line.subject}>
							{t('money.reconciliation.end')}
						</SubmitButton>
					</FormActions>
				</PostForm>
			)}
		</Part>
	)
}

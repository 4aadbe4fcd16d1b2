import type { Pattern } from '#app/domain/funds/unusual-patterns.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { SubmitButton } from '../../button.tsx'
import { HiddenFields } from '../../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../../forms/post-form.tsx'
import { standaloneField } from '../../forms/standalone-field.ts'
import { TextField } from '../../forms/text-field.tsx'
import { TextLink } from '../../text-link.tsx'
import { TableSection } from '../table-section.tsx'

export interface AlertLine {
	pattern: Pattern
	count: number
	payer: { ref: string; name: string } | null
	prisoner: { number: string; name: string } | null
	/** The first day that is looked back on. */
	since: string
}

type Props = {
	lines: readonly AlertLine[]
	mayNote: boolean
	/** A note that came back with an error: for which pattern, and what is wrong. */
	failed: { key: string; errors: readonly string[]; typed: string } | null
}

/** Which pattern of whom: the same for the form, its errors and its links. */
export const patternKey = (one: { pattern: string; payer?: string | undefined; prisoner?: string | undefined }) =>
	[one.pattern, one.payer, one.prisoner].filter((part) => part !== undefined && part !== '').join('-')

const keyOf = ({ pattern, payer, prisoner }: AlertLine) =>
	patternKey({ pattern, payer: payer?.ref, prisoner: prisoner?.number })

/** Patterns for a human to look at, with the payments that they rest on. */
export function PaymentAlerts({ lines, mayNote, failed }: Props) {
	const t = useT()
	if (lines.length === 0) return null
	return (
		<TableSection
			title={t('funds.waits.unusual')}
			lead={<p className="small subtle">{t('funds.unusual.about')}</p>}
			lines={lines}
			lineKey={keyOf}
			columns={[
				{
					key: 'pattern',
					header: t('funds.unusual.col'),
					rowHeader: true,
					cell: ({ pattern, count }) => t(`funds.unusual.${pattern}`, { count }),
				},
				{ key: 'payer', header: t('funds.col.payer'), cell: ({ payer }) => payer?.name ?? null },
				{
					key: 'prisoner',
					header: t('funds.col.prisoner'),
					cell: ({ pattern, prisoner }) =>
						prisoner
							? `${prisoner.number} ${prisoner.name}`
							: pattern === 'one-payer-to-many'
								? t('funds.unusual.elsewhere')
								: null,
				},
				{
					key: 'next',
					header: t('funds.col.next'),
					cell: (line) => (
						<div className="stack-tight">
							<TextLink
								href={paths.staff.funds({
									text: line.prisoner?.number,
									payer: line.payer?.ref,
									from: line.since,
								})}
							>
								{t('funds.unusual.payments')}
								<span className="ds-sr-only"> {line.prisoner?.number ?? line.payer?.name}</span>
							</TextLink>
							{mayNote && <AcknowledgeForm line={line} failed={failed?.key === keyOf(line) ? failed : null} />}
						</div>
					),
				},
			]}
		/>
	)
}

function AcknowledgeForm({ line, failed }: { line: AlertLine; failed: Props['failed'] }) {
	const t = useT()
	const field = standaloneField(keyOf(line), 'note', failed?.errors, failed?.typed)
	return (
		<details open={failed !== null}>
			<summary>{t('funds.unusual.acknowledge')}</summary>
			<PostForm>
				<HiddenFields values={{ pattern: line.pattern, payer: line.payer?.ref, prisoner: line.prisoner?.number }} />
				<TextField field={field} label={t('funds.unusual.note')} hint={t('funds.unusual.note-hint')} maxLength={500} />
				<FormActions>
					<SubmitButton variant="secondary" about={line.prisoner?.number ?? line.payer?.name}>
						{t('common.save')}
					</SubmitButton>
				</FormActions>
			</PostForm>
		</details>
	)
}

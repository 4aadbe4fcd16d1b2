import type { CheckKind, CheckOutcome } from '#app/domain/applications/application.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { DataTable } from '../display/data-table.tsx'
import { StatusTag } from '../display/status-tag.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { PostForm } from '../forms/post-form.tsx'

type Check = { kind: CheckKind; outcome: CheckOutcome; setAt: Date | null; setBy: string | null; seen: string }

const shapes = { open: 'open', clear: 'done', limits: 'attention', stop: 'stopped' } as const
const answers = ['clear', 'limits', 'stop'] as const

/** The checks that the case asks for, each with its answer and the buttons to give one. */
export function CheckList({ checks, mayAnswer }: { checks: readonly Check[]; mayAnswer: boolean }) {
	const t = useT()
	const locale = useLocale()
	return (
		<DataTable
			caption={t('common.col.check')}
			captionHidden
			rows={checks}
			rowKey={(check) => check.kind}
			columns={[
				{
					key: 'kind',
					header: t('common.col.check'),
					rowHeader: true,
					cell: (check) => t(`applications.officer.check.${check.kind}`),
				},
				{
					key: 'outcome',
					header: t('common.col.state'),
					cell: (check) => (
						<StatusTag shape={shapes[check.outcome]}>{t(`applications.officer.outcome.${check.outcome}`)}</StatusTag>
					),
				},
				{
					key: 'set',
					header: t('common.col.set'),
					cell: ({ setAt, setBy }) =>
						setAt && [setBy, formatDateTime(setAt, locale)].filter((one) => one !== null).join(', '),
				},
				...(mayAnswer
					? [
							{
								key: 'answer',
								header: t('common.col.answer'),
								cell: (check: Check) => <AnswerButtons check={check} />,
							},
						]
					: []),
			]}
		/>
	)
}

function AnswerButtons({ check: { kind, seen } }: { check: Check }) {
	const t = useT()
	return (
		<PostForm layout="row">
			<HiddenFields values={{ step: 'check', check: kind, seen }} />
			{answers.map((outcome) => (
				<SubmitButton
					key={outcome}
					name="outcome"
					value={outcome}
					variant={outcome === 'clear' ? 'secondary' : 'tertiary'}
					about={t(`applications.officer.check.${kind}`)}
				>
					{t(`applications.officer.outcome.${outcome}`)}
				</SubmitButton>
			))}
		</PostForm>
	)
}

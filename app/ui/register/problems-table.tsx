import type { LineProblem } from '#app/domain/register/problems.ts'
import { useT } from '#app/i18n/react.tsx'
import { DataTable } from '../display/data-table.tsx'
import { EmptyState } from '../display/empty-state.tsx'

/** As many as the page is given at most. */
const shown = 200

/** The lines that were left out: where, and why. */
export function RegisterProblems({ problems }: { problems: readonly LineProblem[] }) {
	const t = useT()
	return (
		<>
			<DataTable
				caption={t('register.problems')}
				rows={problems}
				rowKey={({ line, column }) => `${line} ${column}`}
				tall
				empty={<EmptyState title={t('register.problems-none')} />}
				columns={[
					{ key: 'line', header: t('register.problems.line'), rowHeader: true, cell: ({ line }) => line },
					{
						key: 'column',
						header: t('register.problems.column'),
						cell: ({ column }) => (column === '' ? t('register.problems.whole') : <code>{column}</code>),
					},
					{ key: 'why', header: t('register.problems.why'), cell: ({ reason }) => t(`register.reason.${reason}`) },
				]}
			/>
			{problems.length >= shown && <p>{t('register.problems-first', { count: shown })}</p>}
		</>
	)
}

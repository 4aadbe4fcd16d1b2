import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '../display/data-table.tsx'
import { EmptyState } from '../display/empty-state.tsx'
import { TextLink } from '../text-link.tsx'

interface RegisterFile {
	ref: string
	state: 'receiving' | 'waiting' | 'done' | 'refused'
	receivedAt: Date
	lines: number
	added: number
	changed: number
	unchanged: number
	bad: number
}

/** The files sent last, each with what came of it. */
export function RegisterFiles({ files }: { files: readonly RegisterFile[] }) {
	const t = useT()
	const locale = useLocale()
	const counts = ['lines', 'added', 'changed', 'unchanged', 'bad'] as const
	return (
		<DataTable
			caption={t('register.latest')}
			rows={files}
			rowKey={(file) => file.ref}
			empty={<EmptyState title={t('register.none')} />}
			columns={[
				{
					key: 'received',
					header: t('register.col.received'),
					rowHeader: true,
					cell: (file) => (
						<TextLink href={paths.staff.registerImport(file.ref)}>{formatDateTime(file.receivedAt, locale)}</TextLink>
					),
				},
				{ key: 'state', header: t('register.col.state'), cell: (file) => t(`register.state.${file.state}`) },
				...counts.map((count) => ({
					key: count,
					header: t(`register.col.${count}`),
					align: 'end' as const,
					cell: (file: RegisterFile) => file[count],
				})),
			]}
		/>
	)
}

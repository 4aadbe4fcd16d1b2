import { formatDate, formatTimeRange } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '../display/data-table.tsx'
import { TextLink } from '../text-link.tsx'
import type { ShownSession } from './session-block.tsx'

type Props = { date: string; sessions: readonly (ShownSession & { area: string })[]; mayClose: boolean }

/** The grid's twin: a day's sessions as a list, for the keyboard and for paper. */
export function DayOfSessions({ date, sessions, mayClose }: Props) {
	const t = useT()
	const locale = useLocale()
	const inOrder = [...sessions].sort((a, b) => a.start.getTime() - b.start.getTime())
	return (
		<DataTable
			caption={formatDate(date, locale)}
			rows={inOrder}
			rowKey={({ ref }) => ref}
			empty={
				<p>
					{formatDate(date, locale)}: {t('timetable.none')}
				</p>
			}
			columns={[
				{
					key: 'time',
					header: t('common.col.time'),
					rowHeader: true,
					cell: ({ start, end }) => formatTimeRange(start, end, locale),
				},
				{ key: 'area', header: t('timetable.area'), cell: ({ area }) => area },
				{ key: 'kind', header: t('common.col.kind'), cell: ({ setting }) => t(`timetable.setting.${setting}`) },
				{
					key: 'groups',
					header: t('timetable.col.groups'),
					align: 'end',
					cell: ({ taken, groups }) => t('timetable.taken', { taken, groups }),
				},
				{ key: 'people', header: t('timetable.col.people'), align: 'end', cell: ({ people }) => String(people) },
				{
					key: 'state',
					header: t('common.col.state'),
					cell: ({ closed, reviews }) =>
						[closed ? t('timetable.closed') : '', reviews > 0 ? t('timetable.reviews', { count: reviews }) : '']
							.filter(Boolean)
							.join(', '),
				},
				...(mayClose
					? [
							{
								key: 'close',
								header: t('timetable.close'),
								cell: ({ ref, closed }: ShownSession) =>
									closed ? null : (
										<TextLink href={paths.staff.newClosure({ what: 'session', session: ref })}>
											{t('timetable.close')}
										</TextLink>
									),
							},
						]
					: []),
			]}
		/>
	)
}

import type { BirthDateSource, Comparison } from '#app/domain/identity/birth-date.ts'
import { formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { StatusTag } from '../display/status-tag.tsx'
import { SummaryList } from '../display/summary-list.tsx'

type Props = {
	person: { born: string; source: BirthDateSource; comparison: Comparison; otherDate: string | null; name: Comparison }
}

const shapes = { matches: 'done', differs: 'attention', 'not-compared': 'open' } as const

/** The date of birth and the name as they are known, how they came, and what the sign-in or the national number has instead. */
export function StatedPerson({ person }: Props) {
	const { born, source, comparison, otherDate, name } = person
	const t = useT()
	const locale = useLocale()
	const other =
		otherDate === null ? t('identity.other') : t('identity.other-date', { date: formatShortDate(otherDate, locale) })
	return (
		<SummaryList
			rows={[
				{
					label: t('identity.born'),
					value: (
						<div className="stack-tight">
							<div>{formatShortDate(born, locale)}</div>
							<StatusTag shape={shapes[comparison]}>{t(`identity.comparison.${comparison}`)}</StatusTag>
							<div className="small">{t(`identity.source.${source}`)}</div>
							{comparison === 'differs' && <div className="small">{other}</div>}
						</div>
					),
				},
				{
					label: t('identity.name'),
					value: (
						<div className="stack-tight">
							<StatusTag shape={shapes[name]}>{t(`identity.comparison.${name}`)}</StatusTag>
							<div className="small">{t(`identity.name.${name}`)}</div>
						</div>
					),
				},
			]}
		/>
	)
}

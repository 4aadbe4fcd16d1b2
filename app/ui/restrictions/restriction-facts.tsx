import { formatDateTime, formatList, formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { SummaryList, type SummaryRow } from '../display/summary-list.tsx'
import { TextLink } from '../text-link.tsx'
import { describePeriod, type RestrictionView } from './restriction.view-model.ts'

/** Everything that is recorded of a restriction; what nobody has said is left out. */
export function RestrictionFacts({ restriction }: { restriction: RestrictionView }) {
	const t = useT()
	const locale = useLocale()
	const { kind, people, excepted, coversOfficial, facility, reference, reason, source, reviewOn } = restriction
	const { createdBy, createdAt, isOver, endedBy, endReason } = restriction
	const row = (label: SummaryRow['label'], value: string | null): SummaryRow[] =>
		value === null || value === '' ? [] : [{ label, value }]
	return (
		<SummaryList
			rows={[
				...people.map((person, index) => ({
					label: `${t(`search.kind.${person.kind}`)}${index > 0 && people[0]?.kind === person.kind ? ' 2' : ''}`,
					value: (
						<TextLink href={paths.staff[person.kind](person.ref, { reason: 'security' })}>
							{person.number === null ? person.name : `${person.name} (${person.number})`}
						</TextLink>
					),
				})),
				...row(t('restrictions.col.period'), describePeriod(restriction, locale, t)),
				...row(t('restrictions.col.state'), t(isOver ? 'restrictions.state.ended' : 'restrictions.state.in-force')),
				...(kind === 'ban' ? row(t('restrictions.facility'), facility ?? t('restrictions.every-facility')) : []),
				...row(
					t('restrictions.excepted'),
					formatList(
						excepted.map(({ name }) => name),
						locale,
					),
				),
				...row(t('restrictions.official'), coversOfficial ? t('restrictions.covers-official') : null),
				...row(t('restrictions.reference'), reference),
				...row(t('common.reason'), reason),
				...row(t('restrictions.source'), source === null ? null : t(`restrictions.source.${source}`)),
				...row(t('restrictions.review-on'), reviewOn === null ? null : formatShortDate(reviewOn, locale)),
				...row(
					t('restrictions.created-by'),
					[createdBy, createdAt === null ? null : formatDateTime(createdAt, locale, { year: true })]
						.filter((part) => part !== null)
						.join(', '),
				),
				...row(t('restrictions.ended-by'), endedBy),
				...row(t('restrictions.end-reason'), endReason),
			]}
		/>
	)
}

import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { formatTimeRange } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'

export interface ShownSession {
	ref: string
	start: Date
	end: Date
	setting: Setting
	taken: number
	groups: number
	people: number
	closed: boolean
	reviews: number
}

interface Props {
	session: ShownSession
	mayClose: boolean
	/** Whether the count of what is under review leads there. */
	mayReview: boolean
}

/** A session in the grid: when, what, how full, closed or not, and what in it is under review. */
export function SessionBlock({ session, mayClose, mayReview }: Props) {
	const t = useT()
	const locale = useLocale()
	const { ref, start, end, setting, taken, groups, closed, reviews } = session
	return (
		<div className="session-block" data-closed={closed ? '' : undefined}>
			<b>{formatTimeRange(start, end, locale)}</b>
			<span>{t(`timetable.setting.${setting}`)}</span>
			<span className="capacity">
				<meter
					min={0}
					max={groups}
					value={Math.min(taken, groups)}
					aria-label={t('timetable.taken-words', { taken, groups })}
				/>
				<span aria-hidden="true">{t('timetable.taken', { taken, groups })}</span>
			</span>
			{closed && <strong>{t('timetable.closed')}</strong>}
			{reviews > 0 &&
				(mayReview ? (
					<a href={paths.staff.reviews()}>{t('timetable.reviews', { count: reviews })}</a>
				) : (
					<span>{t('timetable.reviews', { count: reviews })}</span>
				))}
			{mayClose && !closed && (
				<a href={paths.staff.newClosure({ what: 'session', session: ref })}>
					<span aria-hidden="true">{t('timetable.close')}</span>
					<span className="ds-sr-only">{`${t('timetable.close')} ${formatTimeRange(start, end, locale)}`}</span>
				</a>
			)}
		</div>
	)
}

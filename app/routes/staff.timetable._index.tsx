import { useLoaderData } from '@remix-run/react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { addDays, isoWeek, localDate } from '#app/domain/calendar/oslo.ts'
import { dayIn } from '#app/http/day-in-query.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { weekGrid } from '#app/services/timetable/week-grid.server.ts'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { DayOfSessions } from '#app/ui/timetable/day-of-sessions.tsx'
import { SessionBlock } from '#app/ui/timetable/session-block.tsx'

export const handle: PageHandle = { title: 'rail.timetable' }

export const loader = defineLoader({ who: 'officer' }, async ({ ctx, url }) => {
	const { facilityId, grants } = ctx.actor
	const day = dayIn(url)
	const held = rolesIn(grants, facilityId)
	const grid = await weekGrid(ctx, facilityId, dayIn(url, 'week') ?? day ?? localDate(ctx.now))
	return {
		...grid,
		day,
		week: Number(isoWeek(grid.monday).slice(-2)),
		before: addDays(grid.monday, -7),
		after: addDays(grid.monday, 7),
		mayClose: hasPermission(held, 'handle-bookings'),
		mayReview: hasPermission(held, 'see-bookings'),
	}
})

/** The week by area, and the same day by day as a list; a day of it when one is chosen. */
export default function Timetable() {
	const { dates, areas, day, week, before, after, mayClose, mayReview } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	const shown = dates.filter((date) => day === null || date === day)
	const sessionsOn = (date: string) =>
		areas.flatMap(({ area, days }) => (days[dates.indexOf(date)] ?? []).map((session) => ({ ...session, area })))
	return (
		<>
			<PageTitle lead={day === null ? t('timetable.lead', { week }) : formatDate(day, locale, { year: true })}>
				{t('rail.timetable')}
			</PageTitle>
			<nav className="cluster" aria-label={t('timetable.other-weeks')}>
				<TextLink href={paths.staff.timetable({ week: before })}>{t('timetable.before')}</TextLink>
				<TextLink href={paths.staff.timetable()}>{t('timetable.this')}</TextLink>
				<TextLink href={paths.staff.timetable({ week: after })}>{t('timetable.after')}</TextLink>
				{day !== null && <TextLink href={paths.staff.timetable({ week: day })}>{t('timetable.whole-week')}</TextLink>}
			</nav>
			{areas.length === 0 && <EmptyState title={t('timetable.none')} />}
			{day === null && areas.length > 0 && (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only a keyboard must be able to scroll it
				<section className="week-frame" aria-label={t('timetable.caption', { week })} tabIndex={0}>
					<table className="week-grid">
						<caption className="ds-sr-only">{t('timetable.caption', { week })}</caption>
						<thead>
							<tr>
								<th scope="col">{t('timetable.area')}</th>
								{dates.map((date) => (
									<th scope="col" key={date}>
										<a href={paths.staff.timetable({ day: date })}>{formatDate(date, locale)}</a>
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{areas.map(({ area, days }, row) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: two areas may be called alike, and the page is rendered once
								<tr key={row}>
									<th scope="row">{area}</th>
									{days.map((sessions, index) => (
										<td key={dates[index]}>
											{sessions.map((session) => (
												<SessionBlock key={session.ref} session={session} mayClose={mayClose} mayReview={mayReview} />
											))}
										</td>
									))}
								</tr>
							))}
						</tbody>
					</table>
				</section>
			)}
			{areas.length > 0 && (
				<Section title={t('timetable.day')}>
					{shown.map((date) => (
						<DayOfSessions key={date} date={date} sessions={sessionsOn(date)} mayClose={mayClose} />
					))}
				</Section>
			)}
		</>
	)
}

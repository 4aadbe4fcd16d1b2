import { useLoaderData } from '@remix-run/react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { unrecordedVisits, visitsOfDay } from '#app/services/bookings/day.server.ts'
import { countPeopleToCall } from '#app/services/messages/deliveries.server.ts'
import { waitingCounts } from '#app/services/waiting-counts.server.ts'
import { lineOf } from '#app/ui/bookings/booking-line.view-model.ts'
import { BookingsTable } from '#app/ui/bookings/bookings-table.tsx'
import { CodeForm } from '#app/ui/bookings/code-form.tsx'
import { Card, CardList } from '#app/ui/display/card.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'

export const handle: PageHandle = { title: 'rail.today' }

export const loader = defineLoader({ who: 'officer' }, async ({ ctx, session }) => {
	const today = localDate(ctx.now)
	const seesVisits = hasPermission(session.roles, 'see-bookings')
	const visits = seesVisits ? await visitsOfDay(ctx, today) : []
	return {
		today,
		waiting: await waitingCounts(ctx),
		lines: seesVisits ? visits.map(lineOf) : null,
		unrecorded: hasPermission(session.roles, 'admit-visitors') ? (await unrecordedVisits(ctx)).map(lineOf) : [],
		toCall: seesVisits ? await countPeopleToCall(ctx) : 0,
		admits: hasPermission(session.roles, 'admit-visitors'),
		sees: {
			applications: hasPermission(session.roles, 'see-applications'),
			bookings: hasPermission(session.roles, 'handle-bookings'),
		},
	}
})

export default function Today() {
	const { today, waiting, lines, unrecorded, toCall, admits, sees } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	const cards = [
		{
			label: t('rail.applications'),
			count: waiting.applications,
			href: paths.staff.applications(),
			shown: sees.applications,
		},
		{ label: t('rail.requests'), count: waiting.requests, href: paths.staff.requests(), shown: sees.bookings },
		{ label: t('rail.reviews'), count: waiting.reviews, href: paths.staff.reviews(), shown: lines !== null },
		{
			label: t('messages.to-call.title'),
			count: toCall,
			href: paths.staff.peopleToCall(),
			shown: toCall > 0,
		},
		{
			label: t('rail.funds'),
			count: waiting.funds ?? 0,
			href: paths.staff.funds(),
			shown: waiting.funds !== undefined,
		},
	].filter((card) => card.shown)
	return (
		<>
			<PageTitle lead={formatDate(today, locale, { year: true })}>{t('rail.today')}</PageTitle>
			{admits && <CodeForm />}
			{cards.length > 0 && (
				<Section title={t('bookings.officer.today.waiting')}>
					<CardList>
						{cards.map(({ label, count, href }) => (
							<Card key={href} title={label} href={href} level={3}>
								<p>{t('common.waiting-count', { count })}</p>
							</Card>
						))}
					</CardList>
				</Section>
			)}
			{lines !== null && (
				<Section title={t('bookings.officer.today.visits')}>
					<BookingsTable
						caption={t('bookings.officer.day.caption', { day: formatDate(today, locale) })}
						lines={lines}
					/>
				</Section>
			)}
			{unrecorded.length > 0 && (
				<Section title={t('bookings.officer.today.unrecorded')}>
					<p>{t('bookings.officer.today.unrecorded-lead')}</p>
					<BookingsTable caption={t('bookings.officer.today.unrecorded-caption')} lines={unrecorded} dated />
				</Section>
			)}
		</>
	)
}

import { useLoaderData } from '@remix-run/react'
import { addDays, localDate } from '#app/domain/calendar/oslo.ts'
import { dayIn } from '#app/http/day-in-query.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { visitsOfDay } from '#app/services/bookings/day.server.ts'
import { lineOf } from '#app/ui/bookings/booking-line.view-model.ts'
import { BookingsTable } from '#app/ui/bookings/bookings-table.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'bookings.officer.day.title' }

export const loader = defineLoader({ who: 'officer', permission: 'see-bookings' }, async ({ ctx, url }) => {
	const day = dayIn(url) ?? localDate(ctx.now)
	return { day, before: addDays(day, -1), after: addDays(day, 1), lines: (await visitsOfDay(ctx, day)).map(lineOf) }
})

export default function Day() {
	const { day, before, after, lines } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	return (
		<>
			<PageTitle lead={formatDate(day, locale, { year: true })}>{t('bookings.officer.day.title')}</PageTitle>
			<nav className="cluster" aria-label={t('bookings.officer.day.other-days')}>
				<TextLink href={paths.staff.day({ day: before })}>{formatDate(before, locale)}</TextLink>
				<TextLink href={paths.staff.day()}>{t('common.today')}</TextLink>
				<TextLink href={paths.staff.day({ day: after })}>{formatDate(after, locale)}</TextLink>
			</nav>
			<BookingsTable caption={t('bookings.officer.day.caption', { day: formatDate(day, locale) })} lines={lines} />
		</>
	)
}

import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { myVisits } from '#app/services/bookings/my-visits.server.ts'
import { BookingStatus } from '#app/ui/bookings/booking-facts.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/display/card.tsx'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'

export const handle: PageHandle = { title: 'bookings.list.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx }) => {
	const { coming, past } = await myVisits(ctx)
	const row = ({ ref, person, start, state, underReview }: (typeof coming)[number]) => ({
		ref,
		person,
		start,
		state,
		underReview,
	})
	return { coming: coming.map(row), past: past.map(row) }
})

type Row = Awaited<ReturnType<typeof loader>>['coming'][number]

export default function MyVisits() {
	const { coming, past } = useLoaderData<typeof loader>()
	const t = useT()
	return (
		<>
			<BackLink href={paths.home()} />
			<PageTitle>{t('bookings.list.title')}</PageTitle>
			{coming.length === 0 ? (
				<EmptyState
					title={t('bookings.list.none')}
					action={<ButtonLink href={paths.newVisit()}>{t('bookings.new.start')}</ButtonLink>}
				/>
			) : (
				<Section title={t('bookings.list.coming')}>
					<Rows rows={coming} />
					<ButtonLink href={paths.newVisit()} variant="secondary">
						{t('bookings.new.start')}
					</ButtonLink>
				</Section>
			)}
			{past.length > 0 && (
				<Section title={t('bookings.list.past')}>
					<Rows rows={past} />
				</Section>
			)}
		</>
	)
}

function Rows({ rows }: { rows: readonly Row[] }) {
	const locale = useLocale()
	return (
		<CardList>
			{rows.map(({ ref, person, start, state, underReview }) => (
				<Card key={ref} title={formatDateTime(start, locale, { year: true })} href={paths.visit(ref)} level={3}>
					<p>{person}</p>
					<BookingStatus state={state} underReview={underReview} />
				</Card>
			))}
		</CardList>
	)
}

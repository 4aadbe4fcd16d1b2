import { useLoaderData } from '@remix-run/react'
import { fullName, nameInList } from '#app/domain/person-name.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { formatDateTime, formatList } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { peopleToCall } from '#app/services/messages/deliveries.server.ts'
import { openReviewsOf } from '#app/services/reviews/list-reviews.server.ts'
import { DataTable } from '#app/ui/display/data-table.tsx'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { PeopleToCall } from '#app/ui/messages/deliveries.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'rail.reviews' }

export const loader = defineLoader({ who: 'officer', permission: 'see-bookings' }, async ({ ctx }) => {
	const visits = await openReviewsOf(ctx, { facilityId: ctx.actor.facilityId })
	return {
		toCall: await peopleToCall(ctx),
		rows: visits.map(({ booking, prisoner, party, reviews, owner, ageHours }) => ({
			ref: booking.ref,
			prisoner: nameInList(prisoner),
			start: booking.startsAt,
			party: party.map((one) => fullName(one)),
			causes: reviews.map((one) => one.cause),
			owner: owner?.name ?? null,
			ageHours,
		})),
	}
})

export default function Reviews() {
	const { rows, toCall } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	return (
		<>
			<PageTitle lead={t('reviews.lead')}>{t('rail.reviews')}</PageTitle>
			<DataTable
				caption={t('reviews.caption')}
				rows={rows}
				rowKey={(row) => row.ref}
				tall
				empty={<EmptyState title={t('reviews.none')} />}
				columns={[
					{
						key: 'prisoner',
						header: t('common.col.prisoner'),
						rowHeader: true,
						cell: (row) => <TextLink href={paths.staff.review(row.ref)}>{row.prisoner}</TextLink>,
					},
					{ key: 'time', header: t('common.col.time'), cell: (row) => formatDateTime(row.start, locale) },
					{
						key: 'causes',
						header: t('reviews.causes'),
						cell: (row) =>
							formatList(
								row.causes.map((cause) => t(`reviews.cause.${cause}`)),
								locale,
							),
					},
					{ key: 'party', header: t('common.col.party'), cell: (row) => row.party.join(', ') },
					{ key: 'owner', header: t('reviews.owner'), cell: (row) => row.owner ?? t('reviews.nobody') },
					{
						key: 'age',
						header: t('common.col.age'),
						align: 'end',
						cell: (row) => t('common.hours', { hours: row.ageHours }),
					},
				]}
			/>
			<PeopleToCall rows={toCall} />
		</>
	)
}

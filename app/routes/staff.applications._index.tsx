import { useLoaderData } from '@remix-run/react'
import { adultAge } from '#app/domain/bookings/party.ts'
import { ageOn, daysBetween, localDate } from '#app/domain/calendar/oslo.ts'
import { nameInList } from '#app/domain/person-name.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { applicationQueue } from '#app/services/applications/queue.server.ts'
import { GuardianName, shownGuardian } from '#app/ui/applications/guardian-name.tsx'
import { MatchTag } from '#app/ui/applications/match-tag.tsx'
import { MissingChecks } from '#app/ui/applications/missing-checks.tsx'
import { DataTable } from '#app/ui/display/data-table.tsx'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'rail.applications' }

export const loader = defineLoader({ who: 'officer', permission: 'see-applications' }, async ({ ctx }) => {
	const today = localDate(ctx.now)
	const queue = await applicationQueue(ctx)
	return {
		rows: queue.map(({ application, visitor, applicant, prisoner, match, missing, against }) => ({
			ref: application.ref,
			visitor: nameInList(visitor),
			age: ageOn(visitor.born, today),
			guardian: shownGuardian({ visitor, applicant, prisoner }),
			against: against.map(({ kind }) => kind),
			typed: `${application.typedNumber} ${application.typedName}`,
			prisoner: prisoner && `${prisoner.number} ${nameInList(prisoner)}`,
			match,
			missing,
			received: application.receivedAt,
			waited: daysBetween(localDate(application.receivedAt), today),
		})),
	}
})

export default function Queue() {
	const { rows } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	return (
		<>
			<PageTitle lead={t('applications.officer.queue.lead')}>{t('rail.applications')}</PageTitle>
			<DataTable
				caption={t('applications.officer.queue.caption')}
				rows={rows}
				rowKey={(row) => row.ref}
				tall
				empty={<EmptyState title={t('applications.officer.queue.none')} />}
				columns={[
					{
						key: 'visitor',
						header: t('common.col.applicant'),
						rowHeader: true,
						cell: (row) => (
							<>
								<TextLink href={paths.staff.application(row.ref)}>
									{row.age < adultAge ? `${row.visitor} (${row.age})` : row.visitor}
								</TextLink>
								{row.guardian && (
									<div className="small">
										{t('applications.officer.case.applied-by')} <GuardianName guardian={row.guardian} />
									</div>
								)}
							</>
						),
					},
					{ key: 'typed', header: t('common.col.typed'), cell: (row) => row.typed },
					{
						key: 'match',
						header: t('common.col.register'),
						cell: (row) => <MatchTag match={row.match} prisoner={row.prisoner} />,
					},
					{
						key: 'missing',
						header: t('common.col.missing'),
						cell: (row) => <MissingChecks missing={row.missing} against={row.against} />,
					},
					{ key: 'received', header: t('common.col.received'), cell: (row) => formatShortDate(row.received, locale) },
					{
						key: 'age',
						header: t('common.col.age'),
						align: 'end',
						cell: (row) => t('common.days', { days: row.waited }),
					},
				]}
			/>
		</>
	)
}

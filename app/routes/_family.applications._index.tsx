import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { myApplications } from '#app/services/applications/mine.server.ts'
import { ApplicationStatus } from '#app/ui/applications/application-status.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/display/card.tsx'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'applications.list.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx }) => ({ applications: await myApplications(ctx) }))

export default function MyApplications() {
	const { applications } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	const start = <ButtonLink href={paths.newApplication()}>{t('applications.new.start')}</ButtonLink>
	return (
		<>
			<BackLink href={paths.home()} />
			<PageTitle>{t('applications.list.title')}</PageTitle>
			{applications.length === 0 ? (
				<EmptyState title={t('applications.list.none')} action={start}>
					{t('applications.list.none-about')}
				</EmptyState>
			) : (
				<>
					<CardList>
						{applications.map((one) => (
							<Card key={one.ref} title={one.typedName} href={paths.application(one.ref)}>
								<p>
									{t('applications.list.row', {
										visitor: one.forWhom,
										date: formatDate(one.receivedAt, locale, { year: true, weekday: false }),
									})}
								</p>
								<ApplicationStatus state={one.state} />
							</Card>
						))}
					</CardList>
					{start}
				</>
			)}
		</>
	)
}

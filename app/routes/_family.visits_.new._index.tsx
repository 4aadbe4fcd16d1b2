import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { visitablePeople } from '#app/services/bookings/choices.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/display/card.tsx'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'bookings.new.person.title' }

/** Whom to visit. With one person only, there is nothing to ask. */
export const loader = defineLoader({ who: 'visitor' }, async ({ ctx }) => {
	const people = await visitablePeople(ctx)
	const [only, ...others] = people
	if (only && others.length === 0) throw redirectTo(paths.newVisitStep('who', { for: only.ref }))
	return { people: people.map(({ ref, name }) => ({ ref, name })) }
})

export default function ChoosePerson() {
	const { people } = useLoaderData<typeof loader>()
	const t = useT()
	return (
		<>
			<BackLink href={paths.home()} />
			<PageTitle>{t('bookings.new.person.title')}</PageTitle>
			{people.length === 0 ? (
				<EmptyState
					title={t('bookings.new.person.none')}
					action={<ButtonLink href={paths.newApplication()}>{t('applications.new.start')}</ButtonLink>}
				>
					{t('bookings.new.person.none-about')}
				</EmptyState>
			) : (
				<CardList>
					{people.map(({ ref, name }) => (
						<Card key={ref} title={name} href={paths.newVisitStep('who', { for: ref })} />
					))}
				</CardList>
			)}
		</>
	)
}

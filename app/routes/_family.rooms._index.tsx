import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { myRooms } from '#app/services/rooms/my-rooms.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/display/card.tsx'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { RoomIllustration } from '#app/ui/illustrations/room-illustration.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { RoomFacts } from '#app/ui/rooms/room-facts.tsx'

export const handle: PageHandle = { title: 'rooms.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx }) => {
	const people = await myRooms(ctx)
	return {
		people: people.map(({ ref, name, rooms }) => ({
			ref,
			name,
			rooms: rooms.map(
				({ ref: room, name, kind, people, minHours, maxHours, opens, closes, needsConsents, features }) => ({
					...{ ref: room, name, kind, people, minHours, maxHours, opens, closes, needsConsents, features },
				}),
			),
		})),
	}
})

/** The rooms and houses that those whom one visits can be visited in. */
export default function FamilyRooms() {
	const { people } = useLoaderData<typeof loader>()
	const t = useT()
	return (
		<>
			<BackLink href={paths.home()} />
			<PageTitle lead={t('rooms.lead')}>{t('rooms.title')}</PageTitle>
			{people.length === 0 && (
				<EmptyState
					title={t('bookings.new.person.none')}
					action={<ButtonLink href={paths.newApplication()}>{t('applications.new.start')}</ButtonLink>}
				>
					{t('bookings.new.person.none-about')}
				</EmptyState>
			)}
			{people.map(({ ref, name, rooms }) => (
				<Section key={ref} title={t('rooms.with', { person: name })}>
					{rooms.length === 0 ? (
						<p>{t('rooms.none-for', { person: name })}</p>
					) : (
						<CardList>
							{rooms.map((room) => (
								<Card key={room.ref} title={room.name} href={paths.newStay(room.ref, { for: ref })} level={3}>
									<RoomIllustration kind={room.kind} />
									<p className="subtle">{t(`rooms.kind.${room.kind}`)}</p>
									<RoomFacts room={room} />
								</Card>
							))}
						</CardList>
					)}
				</Section>
			))}
		</>
	)
}

import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { formatTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { familyHome } from '#app/services/home.server.ts'
import { BookingStatus, VisitTime } from '#app/ui/bookings/booking-facts.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/display/card.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { ReachNotice } from '#app/ui/messages/reach-notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const loader = defineLoader({ who: 'public' }, async ({ ctx }) => {
	const { actor } = ctx
	return { home: actor ? await familyHome({ ...ctx, actor }) : null }
})

export default function Home() {
	const { home } = useLoaderData<typeof loader>()
	return home ? <SignedIn home={home} /> : <Welcome />
}

function Welcome() {
	const t = useT()
	return (
		<>
			<PageTitle lead={t('home.lead')}>{t('home.welcome')}</PageTitle>
			<ul>
				<li>{t('home.can.apply')}</li>
				<li>{t('home.can.book')}</li>
				<li>{t('home.can.follow')}</li>
			</ul>
			<p>
				<ButtonLink href={paths.signIn()}>{t('home.sign-in')}</ButtonLink>
			</p>
			<p className="subtle">{t('home.secret')}</p>
		</>
	)
}

type HomeData = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['home']>

/** Where to see to it. */
function todoPage({ kind, ref }: HomeData['todo'][number]): string {
	if (kind === 'granted') return paths.newVisit()
	return kind === 'top-up-open' ? paths.topUp(ref, { wait: 'no' }) : paths.visit(ref)
}

/** What needs doing, the next visit, and the few doors. */
function SignedIn({ home }: { home: HomeData }) {
	const t = useT()
	const locale = useLocale()
	const { todo, next } = home
	const doors = [
		{ title: t('bookings.new.start'), href: paths.newVisit(), about: t('home.door.book') },
		{ title: t('bookings.list.title'), href: paths.visits(), about: t('home.door.visits') },
		{ title: t('rooms.title'), href: paths.rooms(), about: t('rooms.door') },
		{ title: t('waiting-list.title'), href: paths.waitingList(), about: t('home.door.waiting-list') },
		{ title: t('phone.title'), href: paths.phone(), about: t('phone.door') },
		{ title: t('applications.list.title'), href: paths.applications(), about: t('home.door.applications') },
		{ title: t('visitors.children.title'), href: paths.children(), about: t('home.door.children') },
		{ title: t('me.title'), href: paths.me(), about: t('home.door.me') },
	]
	return (
		<>
			<PageTitle>{t('home.hello', { name: home.name })}</PageTitle>
			<ReachNotice mail={home.mail} />
			{todo.map((one) => (
				<Notice key={`${one.kind} ${one.ref}`} kind={one.kind === 'under-review' ? 'warning' : 'info'}>
					<p>
						{t(`home.todo.${one.kind}`)} <TextLink href={todoPage(one)}>{t(`home.todo.${one.kind}.do`)}</TextLink>
					</p>
				</Notice>
			))}
			{next && (
				<Section title={t('home.next')}>
					<Card title={<VisitTime visit={next} />} href={paths.visit(next.ref)} emphasis level={3}>
						<p>{next.person}</p>
						<p>{t('bookings.visit.come-by', { time: formatTime(next.comeBy, locale) })}</p>
						<BookingStatus state={next.state} underReview={next.underReview} />
						<p>
							<TextLink href={paths.visitPass(next.ref)}>{t('bookings.pass.show')}</TextLink>
						</p>
					</Card>
				</Section>
			)}
			<Section title={t('home.doors')}>
				<CardList>
					{doors.map(({ title, href, about }) => (
						<Card key={href} title={title} href={href} level={3}>
							<p className="subtle">{about}</p>
						</Card>
					))}
				</CardList>
			</Section>
		</>
	)
}

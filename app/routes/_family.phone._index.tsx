import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { formatDate, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { myTopUps } from '#app/services/funds/payments/my-top-ups.server.ts'
import { phoneOverview } from '#app/services/funds/phone-credit/phone-overview.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/display/card.tsx'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { AboutPhoneCredit } from '#app/ui/funds/about-phone-money.tsx'
import { PayeeCard } from '#app/ui/funds/payee-card.tsx'
import { TopUpStatus } from '#app/ui/funds/top-up-status.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'

export const handle: PageHandle = { title: 'phone.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx }) => {
	const { open, people } = await phoneOverview(ctx)
	const topUps = await myTopUps(ctx)
	return {
		open,
		people: people.map(({ prisonerId: _internal, ...payee }) => payee),
		topUps: topUps.map(({ ref, state, person, ore, refundedOre, startedAt, paidAt }) => ({
			...{ ref, state, person, ore, refundedOre },
			day: paidAt ?? startedAt,
		})),
	}
})

export default function Phone() {
	const { open, people, topUps } = useLoaderData<typeof loader>()
	const t = useT()
	return (
		<>
			<BackLink href={paths.home()} />
			<PageTitle lead={t('phone.lead')}>{t('phone.title')}</PageTitle>
			{!open && <Notice kind="warning">{t('phone.closed')}</Notice>}
			{people.length === 0 ? (
				<EmptyState
					title={t('phone.none')}
					action={<ButtonLink href={paths.newApplication()}>{t('applications.new.start')}</ButtonLink>}
				>
					{t('phone.none-about')}
				</EmptyState>
			) : (
				people.map((payee) => <PayeeCard key={payee.permitRef} payee={payee} open={open} />)
			)}
			<AboutPhoneCredit />
			<Section title={t('phone.history.title')}>
				{topUps.length === 0 ? <p className="subtle">{t('phone.history.none')}</p> : <History topUps={topUps} />}
			</Section>
		</>
	)
}

function History({ topUps }: Pick<Awaited<ReturnType<typeof loader>>, 'topUps'>) {
	const locale = useLocale()
	return (
		<CardList>
			{topUps.map((topUp) => (
				<Card
					key={topUp.ref}
					title={`${formatMoney(topUp.ore, locale)}, ${formatDate(topUp.day, locale, { year: true, weekday: false })}`}
					href={paths.topUp(topUp.ref, { wait: 'no' })}
					level={3}
				>
					<p>{topUp.person}</p>
					<TopUpStatus topUp={topUp} />
				</Card>
			))}
		</CardList>
	)
}

import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { topUpByRef } from '#app/services/funds/payments/my-top-ups.server.ts'
import { Reference } from '#app/ui/display/reference.tsx'
import { TopUpFacts } from '#app/ui/funds/top-up-facts.tsx'
import { TopUpStatus } from '#app/ui/funds/top-up-status.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'phone.receipt.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params, session }) => {
	const topUp = await topUpByRef(ctx, params.ref ?? '')
	if (topUp.paidAt === null) throw redirectTo(paths.topUp(topUp.ref))
	return { topUp, payer: session.name, at: ctx.now }
})

/** One page for the drawer, or for whoever keeps the accounts. What minutes cost may change, and is no part of it. */
export default function Receipt() {
	const { topUp, payer, at } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	return (
		<>
			<BackLink href={paths.topUp(topUp.ref)} />
			<PageTitle lead={t('phone.receipt.lead')} aside={<TopUpStatus topUp={topUp} />}>
				{t('phone.receipt.title')}
			</PageTitle>
			<Reference value={topUp.ref} />
			<TopUpFacts
				topUp={{ ...topUp, minutes: null }}
				before={[{ label: t('phone.receipt.payer'), value: payer }]}
				after={[{ label: t('phone.receipt.way'), value: t('phone.receipt.card') }]}
			/>
			<p className="subtle">{t('phone.receipt.printed', { time: formatDateTime(at, locale, { year: true }) })}</p>
			<p className="subtle no-print">{t('phone.receipt.how')}</p>
		</>
	)
}

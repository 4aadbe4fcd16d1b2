import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { formatDateTime, formatList, formatTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { visitDetails } from '#app/services/bookings/my-visits.server.ts'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'

export const handle: PageHandle = { title: 'bookings.pass.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params }) => {
	const { visit, actions, arrival, idsNeeded } = await visitDetails(ctx, params.ref ?? '')
	if (!actions.includes('show-pass')) throw redirectTo(paths.visit(visit.ref))
	const { ref, code, start, end, party, facility } = visit
	return { ref, code, start, end, party, facility, ...arrival, idsNeeded }
})

/** Everything for the gate on one printed page. */
export default function Pass() {
	const pass = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	return (
		<>
			<BackLink href={paths.visit(pass.ref)} />
			<PageTitle lead={formatDateTime(pass.start, locale, { year: true })}>{t('bookings.pass.title')}</PageTitle>
			<QrCode code={pass.code} label={t('bookings.pass.code', { code: pass.code })} />
			<SummaryList
				rows={[
					{ label: t('bookings.pass.be-there'), value: formatTime(pass.comeBy, locale) },
					{ label: t('bookings.fact.place'), value: `${pass.facility.name}, ${pass.facility.address}` },
					{ label: t('bookings.fact.party'), value: formatList(pass.party, locale) },
					{
						label: t('bookings.pass.ids'),
						value: pass.idsNeeded.length > 0 ? formatList(pass.idsNeeded, locale) : t('common.none'),
					},
					{ label: t('common.contact'), value: pass.facility.phone },
				]}
			/>
			<Section title={t('bookings.pass.remember')}>
				<ul>
					<li>{t('bookings.pass.remember-id')}</li>
					<li>{t('bookings.pass.remember-locker')}</li>
					<li>{t('bookings.pass.remember-search')}</li>
					<li>{t('bookings.pass.remember-late', { time: formatTime(pass.tooLateFrom, locale) })}</li>
				</ul>
			</Section>
		</>
	)
}

import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { formatDate, formatTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { visitDetails } from '#app/services/bookings/my-visits.server.ts'
import { passRows } from '#app/ui/bookings/pass-rows.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'

export const handle: PageHandle = { title: 'bookings.pass.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params }) => {
	const { visit, actions, arrival, people } = await visitDetails(ctx, params.ref ?? '')
	if (!actions.includes('show-pass')) throw redirectTo(paths.visit(visit.ref))
	const { ref, code, start, end, facility, underReview } = visit
	return { ref, code, start, end, facility, underReview, people, ...arrival }
})

/** Everything for the gate on one printed page. */
export default function Pass() {
	const pass = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	const { facility } = pass
	return (
		<>
			<BackLink href={paths.visit(pass.ref)} />
			<PageTitle lead={formatDate(pass.start, locale, { year: true })}>{t('bookings.pass.title')}</PageTitle>
			{pass.underReview && (
				<Notice kind="warning" title={t('bookings.review.title')}>
					{t('bookings.review.about')}
				</Notice>
			)}
			<QrCode code={pass.code} label={t('bookings.pass.code', { code: pass.code })} />
			<SummaryList rows={passRows(pass, { t, locale, nameBy: 'name' })} />
			<Section title={t('bookings.pass.remember')}>
				<ul>
					<li>{t('bookings.pass.remember-late', { time: formatTime(pass.tooLateFrom, locale) })}</li>
					<li>{t('bookings.pass.remember-id')}</li>
					<li>{t('bookings.pass.remember-locker')}</li>
					<li>{t('bookings.pass.remember-search')}</li>
				</ul>
			</Section>
			<Section title={t('bookings.pass.way')}>
				<p>{`${facility.name}, ${facility.address}`}</p>
				<p>{t('bookings.pass.way-call', { phone: facility.phone })}</p>
			</Section>
			<div className="no-print">
				<Section title={t('bookings.pass.keep')}>
					<p>{t('bookings.pass.keep-paper')}</p>
					<p>{t('bookings.pass.keep-file')}</p>
					<p>{t('bookings.pass.keep-stays')}</p>
					<ButtonLink href={paths.visitPassFile(pass.ref)} variant="secondary">
						{t('bookings.pass.save')}
					</ButtonLink>
				</Section>
			</div>
		</>
	)
}

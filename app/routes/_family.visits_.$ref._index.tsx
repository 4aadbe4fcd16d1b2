import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { formatTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { visitDetails } from '#app/services/bookings/my-visits.server.ts'
import { myReach } from '#app/services/messages/my-reach.server.ts'
import { BookingFactsList, BookingStatus } from '#app/ui/bookings/booking-facts.tsx'
import { MoveNotice } from '#app/ui/bookings/move-notice.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { Reference } from '#app/ui/display/reference.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { ReachNotice } from '#app/ui/messages/reach-notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'bookings.visit.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params }) => {
	const { visit, actions, arrival, cancelCutoffHours, moves, pendingMove } = await visitDetails(ctx, params.ref ?? '')
	if (visit.state === 'held' || visit.state === 'expired')
		throw redirectTo(paths.newVisitStep('check', { hold: visit.ref }))
	return { visit, actions, comeBy: arrival.comeBy, cancelCutoffHours, moves, pendingMove, mail: await myReach(ctx) }
})

export default function Visit() {
	const { visit, actions, comeBy, cancelCutoffHours, moves, pendingMove, mail } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	const may = (action: (typeof actions)[number]) => actions.includes(action)
	return (
		<>
			<BackLink href={paths.visits()} />
			<PageTitle aside={<BookingStatus state={visit.state} underReview={visit.underReview} />}>
				{t('bookings.visit.title')}
			</PageTitle>
			<Reference value={visit.ref} />
			{(visit.state === 'requested' || visit.state === 'confirmed') && <ReachNotice mail={mail} />}
			{visit.underReview && visit.state === 'confirmed' && (
				<Notice kind="warning" title={t('bookings.review.title')}>
					{t('bookings.review.about')}
				</Notice>
			)}
			{visit.state === 'cancelled' && visit.cancelledBy === 'prison' && (
				<Notice kind="warning" title={t('bookings.cancelled-by-prison.title')}>
					{t('bookings.cancelled-by-prison.about', { ref: visit.ref })}
				</Notice>
			)}
			{pendingMove && <MoveNotice words="bookings.move.waits" other={pendingMove} link="bookings.move.see-request" />}
			{moves && (
				<MoveNotice
					words={visit.state === 'requested' ? 'bookings.move.stands-until-answer' : 'bookings.move.stands'}
					other={moves}
					link="bookings.move.see-visit"
				/>
			)}
			{visit.state === 'lapsed' && !moves && (
				<>
					<Notice kind="warning" title={t('bookings.lapsed.title')}>
						{t('bookings.lapsed.about')}
					</Notice>
					<div className="cluster">
						<ButtonLink href={paths.newVisit()}>{t('bookings.lapsed.find-another')}</ButtonLink>
						<ButtonLink href={paths.waitingList()} variant="secondary">
							{t('bookings.lapsed.waiting-list')}
						</ButtonLink>
					</div>
				</>
			)}
			{visit.reason !== null && (
				<Notice kind="neutral" title={t('bookings.visit.prison-writes')}>
					{visit.reason}
				</Notice>
			)}
			<BookingFactsList visit={visit} />
			{may('show-pass') && (
				<>
					<p>{t('bookings.visit.come-by', { time: formatTime(comeBy, locale) })}</p>
					<div className="cluster">
						<ButtonLink href={paths.visitPass(visit.ref)}>{t('bookings.pass.show')}</ButtonLink>
						<ButtonLink href={paths.visitCalendarFile(visit.ref)} variant="secondary">
							{t('bookings.calendar-file')}
						</ButtonLink>
					</div>
				</>
			)}
			{visit.state === 'requested' && <p>{t('bookings.requested.what-next')}</p>}
			{(visit.state === 'requested' || visit.state === 'confirmed') && (
				<Section title={t('bookings.visit.change-title')}>
					{may('change') ? (
						<ul>
							<li>
								<TextLink href={paths.changeVisit(visit.ref)}>{t('bookings.change.start')}</TextLink>
							</li>
							<li>
								<TextLink href={paths.changeParty(visit.ref)}>{t('bookings.party.start')}</TextLink>
							</li>
							<li>
								<TextLink href={paths.cancelVisit(visit.ref)}>{t('bookings.cancel.start')}</TextLink>
							</li>
						</ul>
					) : (
						<p>{t('bookings.visit.too-late', { hours: cancelCutoffHours, phone: visit.facility.phone })}</p>
					)}
				</Section>
			)}
		</>
	)
}

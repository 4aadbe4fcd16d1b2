import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { datesTouched, daysBetween } from '#app/domain/calendar/oslo.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo, redirectWith } from '#app/http/respond.server.ts'
import { formatTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { confirmHold } from '#app/services/bookings/confirm-hold.server.ts'
import { holdAnswers, type VisitDetails, visitDetails } from '#app/services/bookings/my-visits.server.ts'
import { myReach } from '#app/services/messages/my-reach.server.ts'
import { BookingFactsList } from '#app/ui/bookings/booking-facts.tsx'
import { describeRefusals } from '#app/ui/bookings/describe-refusals.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { StepOf } from '#app/ui/layout/step-of.tsx'
import { ReachNotice } from '#app/ui/messages/reach-notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'bookings.new.check.title' }

const holdRef = (url: URL) => url.searchParams.get('hold') ?? ''

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, url }) => {
	const details = await visitDetails(ctx, holdRef(url))
	const { visit } = details
	// Confirmed already, on another page or by a second click: what was made of it is shown.
	if (visit.state !== 'held' && visit.state !== 'expired') throw redirectTo(paths.visit(visit.ref))
	return {
		visit,
		...stepsBack(details, await holdAnswers(ctx, details)),
		keptUntil: visit.holdUntil !== null && visit.holdUntil > ctx.now ? visit.holdUntil : null,
		asksFirst: details.asksFirst,
		mail: await myReach(ctx),
	}
})

/** The pages that were answered before, with what was answered. */
function stepsBack({ stay, visit }: VisitDetails, answers: { for: string; with: string }) {
	if (!stay) return { who: paths.newVisitStep('who', answers), time: paths.newVisitStep('time', answers) }
	const { first, last } = datesTouched(visit.start, visit.end)
	const query = { ...answers, nights: daysBetween(first, last), consents: stay.consents.join(',') }
	return { who: paths.newStay(stay.roomRef, query), time: paths.newStayTime(stay.roomRef, query) }
}

export const action = defineAction({ who: 'visitor' }, async ({ ctx, url, context }) => {
	const outcome = await confirmHold(ctx, { hold: { ref: holdRef(url) } })
	if (!outcome.ok) return data({ publicReasons: outcome.publicReasons }, { status: 409 })
	const text = outcome.booking.state === 'requested' ? 'bookings.requested.done' : 'bookings.confirmed.done'
	throw redirectWith(context, paths.visit(outcome.booking.ref), { kind: 'done', text })
})

export default function CheckAnswers() {
	const { visit, who, time, keptUntil, asksFirst, mail } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const locale = useLocale()
	return (
		<>
			<BackLink href={time} />
			{answer && (
				<RefusalList
					title={t('bookings.refused.title')}
					items={describeRefusals(answer.publicReasons, t)}
					contact={<TextLink href={time}>{t('bookings.refused.choose-again')}</TextLink>}
				/>
			)}
			<StepOf step={3} steps={3} />
			<PageTitle>{t('bookings.new.check.title')}</PageTitle>
			<Notice kind="neutral">
				{keptUntil === null
					? t('bookings.new.check.ran-out')
					: t('bookings.new.check.kept', { time: formatTime(keptUntil, locale) })}
			</Notice>
			<BookingFactsList visit={visit} changes={{ party: who, time }} />
			{asksFirst && <p>{t('bookings.new.check.asks-first')}</p>}
			<ReachNotice mail={mail} />
			<PostForm>
				<FormActions>
					<SubmitButton>{t(asksFirst ? 'bookings.new.check.ask' : 'bookings.new.check.book')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}

import { randomUUID } from 'node:crypto'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { timeForm } from '#app/forms/bookings.ts'
import { dayIn } from '#app/http/day-in-query.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo, redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { bookingRequestOf } from '#app/services/bookings/book.server.ts'
import { visitCalendar } from '#app/services/bookings/calendar.server.ts'
import { sessionIdByRef } from '#app/services/bookings/choices.server.ts'
import { visitDetails } from '#app/services/bookings/my-visits.server.ts'
import { calendarPage } from '#app/services/bookings/offer.server.ts'
import { rescheduleBooking } from '#app/services/bookings/reschedule.server.ts'
import { VisitTime } from '#app/ui/bookings/booking-facts.tsx'
import { ChooseTime } from '#app/ui/bookings/choose-time.tsx'
import { describeRefusals } from '#app/ui/bookings/describe-refusals.ts'
import { calendarDays } from '#app/ui/calendar/calendar-day.ts'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'bookings.change.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params, url }) => {
	const { visit, actions, ...details } = await visitDetails(ctx, params.ref ?? '')
	if (!actions.includes('change')) throw redirectTo(paths.visit(visit.ref))
	if (details.stay) throw redirectTo(paths.changeStay(visit.ref))
	const day = dayIn(url)
	const ask = bookingRequestOf(ctx, { ...details, replaces: details.bookingId })
	return {
		visit,
		day,
		...calendarPage(await visitCalendar(ctx.db, ask, ctx.now), day, ctx.now),
		idempotencyKey: randomUUID(),
	}
})

export const action = defineAction({ who: 'visitor' }, async ({ ctx, params, request, context }) => {
	const submission = await parseForm(request, timeForm)
	if (submission.status !== 'success') return invalidForm(submission)
	const place = { sessionId: await sessionIdByRef(ctx, submission.value.session) }
	const { version } = submission.value
	const outcome = await rescheduleBooking(ctx, { booking: { ref: params.ref ?? '' }, place, version })
	if (!outcome.ok) return data({ publicReasons: outcome.publicReasons }, { status: 409 })
	throw redirectWith(context, paths.visit(outcome.booking.ref), { kind: 'done', text: 'bookings.change.done' })
})

export default function ChangeVisit() {
	const { visit, free, ...calendar } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const days = calendarDays(calendar.today, free)
	return (
		<>
			<BackLink href={paths.visit(visit.ref)} />
			{answer && 'publicReasons' in answer && (
				<RefusalList title={t('bookings.refused.title')} items={describeRefusals(answer.publicReasons, t)} />
			)}
			<PageTitle lead={<VisitTime visit={visit} />}>{t('bookings.change.title')}</PageTitle>
			<p>{t('bookings.change.about')}</p>
			<ChooseTime
				{...calendar}
				version={visit.version}
				days={days}
				here={paths.changeVisit(visit.ref)}
				choose="bookings.change.to-this-time"
			/>
		</>
	)
}

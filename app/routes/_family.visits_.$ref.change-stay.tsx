import { randomUUID } from 'node:crypto'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { stayForm, stayText } from '#app/forms/rooms.ts'
import { dayIn } from '#app/http/day-in-query.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo, redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { visitDetails } from '#app/services/bookings/my-visits.server.ts'
import { rescheduleBooking } from '#app/services/bookings/reschedule.server.ts'
import { otherStays } from '#app/services/rooms/other-stays.server.ts'
import { VisitTime } from '#app/ui/bookings/booking-facts.tsx'
import { describeRefusals } from '#app/ui/bookings/describe-refusals.ts'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { ChooseStay } from '#app/ui/rooms/choose-stay.tsx'

export const handle: PageHandle = { title: 'bookings.change.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params, url }) => {
	const details = await visitDetails(ctx, params.ref ?? '')
	const { visit, actions, stay } = details
	if (!actions.includes('change') || !stay) throw redirectTo(paths.visit(visit.ref))
	const day = dayIn(url)
	const { kind, days, starts, why } = await otherStays(ctx, details, stay, day)
	return {
		visit,
		kind,
		day,
		today: localDate(ctx.now),
		here: paths.changeStay(visit.ref),
		days,
		starts: starts.map(({ start, ends }) => ({
			start,
			ends: ends.map((end) => ({ end, value: stayText(start, end) })),
		})),
		why,
		idempotencyKey: randomUUID(),
	}
})

export const action = defineAction({ who: 'visitor' }, async ({ ctx, params, request, context }) => {
	const { visit, stay } = await visitDetails(ctx, params.ref ?? '')
	if (!stay) throw redirectTo(paths.visit(visit.ref))
	const submission = await parseForm(request, stayForm)
	if (submission.status !== 'success') return invalidForm(submission)
	const place = { roomId: stay.roomId, ...submission.value.stay }
	const outcome = await rescheduleBooking(ctx, {
		booking: { ref: visit.ref },
		place,
		version: submission.value.version,
	})
	if (!outcome.ok) return data({ publicReasons: outcome.publicReasons }, { status: 409 })
	throw redirectWith(context, paths.visit(outcome.booking.ref), { kind: 'done', text: 'bookings.change.done' })
})

/** Another time in the same room, for as many nights. */
export default function ChangeStay() {
	const { visit, ...choice } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	return (
		<>
			<BackLink href={paths.visit(visit.ref)} />
			{answer && 'publicReasons' in answer && (
				<RefusalList title={t('bookings.refused.title')} items={describeRefusals(answer.publicReasons, t)} />
			)}
			<PageTitle lead={<VisitTime visit={visit} />}>{t('bookings.change.title')}</PageTitle>
			<p>{t('bookings.change.about')}</p>
			<ChooseStay {...choice} version={visit.version} />
		</>
	)
}

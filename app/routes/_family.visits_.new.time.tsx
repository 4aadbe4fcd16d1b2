import { randomUUID } from 'node:crypto'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Control } from '#app/domain/permits/controls.ts'
import { fullName } from '#app/domain/person-name.ts'
import { timeForm } from '#app/forms/bookings.ts'
import { dayIn } from '#app/http/day-in-query.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { holdPlace } from '#app/services/bookings/book.server.ts'
import { permittedCalendar } from '#app/services/bookings/calendar.server.ts'
import { chosenOf, partyChoice } from '#app/services/bookings/choices.server.ts'
import { keyOfChoice } from '#app/services/bookings/idempotency-key.ts'
import { calendarPage } from '#app/services/bookings/offer.server.ts'
import { ServiceError } from '#app/services/errors.ts'
import { ChooseTime } from '#app/ui/bookings/choose-time.tsx'
import { describeRefusals } from '#app/ui/bookings/describe-refusals.ts'
import { calendarDays } from '#app/ui/calendar/calendar-day.ts'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { StepOf } from '#app/ui/layout/step-of.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'bookings.new.time.title' }

/** The answers so far, as the address carries them. */
function answersIn(url: URL) {
	const strict: Control[] = url.searchParams.get('ask') === 'glass' ? ['glass', 'overheard'] : []
	return {
		permitRef: url.searchParams.get('for') ?? '',
		partyRefs: url.searchParams.get('with')?.split(',') ?? [],
		askFor: strict,
	}
}

const chooseWho = (permitRef: string) => redirectTo(paths.newVisitStep('who', { for: permitRef }))

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, url }) => {
	const answers = answersIn(url)
	const { permitRef } = answers
	const { choice, party, calendar } = await permittedCalendar(ctx, answers)
	if (calendar === null) throw chooseWho(permitRef)
	const day = dayIn(url)
	const known = { for: permitRef, with: party.map((one) => one.ref).join(',') }
	const isStrict = answers.askFor.length > 0
	return {
		back: paths.newVisitStep('who', known),
		strict: isStrict ? null : paths.newVisitStep('time', { ...known, ask: 'glass' }),
		waitingList: paths.waitingList(known),
		person: fullName(choice.prisoner),
		day,
		query: { ...known, ask: isStrict ? 'glass' : null },
		...calendarPage(calendar, day, ctx.now),
		idempotencyKey: randomUUID(),
	}
})

export const action = defineAction({ who: 'visitor' }, async ({ ctx, request, url }) => {
	const submission = await parseForm(request, timeForm)
	const chosen = submission.status === 'success' ? submission.value : null
	const { permitRef, partyRefs, askFor } = answersIn(url)
	const choice = await partyChoice(ctx, permitRef, chosen?.session)
	const partyIds = chosenOf(choice, partyRefs).map((one) => one.id)
	if (partyIds.length === 0) throw chooseWho(permitRef)
	if (chosen === null) return invalidForm(submission)
	const { sessionId, prisoner } = choice
	if (sessionId === null) throw new ServiceError('not-found', 'There is no such session')
	const visit = { prisonerId: prisoner.id, partyIds, askFor, place: { sessionId } }
	const outcome = await holdPlace(ctx, { ...visit, idempotencyKey: keyOfChoice(chosen.idempotencyKey, chosen.session) })
	if (!outcome.ok) return data({ publicReasons: outcome.publicReasons }, { status: 409 })
	throw redirectTo(paths.newVisitStep('check', { hold: outcome.booking.ref }))
})

export default function ChooseVisitTime() {
	const { back, strict, waitingList, person, query, free, ...calendar } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const days = calendarDays(calendar.today, free)
	return (
		<>
			<BackLink href={back} />
			{answer && 'publicReasons' in answer && (
				<RefusalList title={t('bookings.refused.title')} items={describeRefusals(answer.publicReasons, t)} />
			)}
			<StepOf step={2} steps={3} />
			<PageTitle lead={t('bookings.new.time.lead', { person })}>{t('bookings.new.time.title')}</PageTitle>
			<ChooseTime
				{...calendar}
				days={days}
				here={paths.newVisitStep('time', query)}
				choose="timetable.choose-this-time"
			/>
			<p>
				<TextLink href={waitingList}>{t('waiting-list.new.start')}</TextLink>
			</p>
			{strict !== null && (
				<p>
					<TextLink href={strict}>{t('bookings.new.time.strict')}</TextLink>
				</p>
			)}
		</>
	)
}

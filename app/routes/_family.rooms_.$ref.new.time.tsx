import { randomUUID } from 'node:crypto'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { fullName } from '#app/domain/person-name.ts'
import { stayConsents } from '#app/domain/rooms/room.ts'
import { stayForm, stayText } from '#app/forms/rooms.ts'
import { dayIn } from '#app/http/day-in-query.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { bookingRequestOf, holdPlace } from '#app/services/bookings/book.server.ts'
import { chosenOf, partyChoice } from '#app/services/bookings/choices.server.ts'
import { keyOfChoice } from '#app/services/bookings/idempotency-key.ts'
import type { Ctx } from '#app/services/context.ts'
import { roomByRef, stayChoice } from '#app/services/rooms/stay-choice.server.ts'
import { describeRefusals } from '#app/ui/bookings/describe-refusals.ts'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { StepOf } from '#app/ui/layout/step-of.tsx'
import { ChooseStay } from '#app/ui/rooms/choose-stay.tsx'

export const handle: PageHandle = { title: 'rooms.new.time.title' }

/** The answers so far, as the address carries them. */
async function answersSoFar(ctx: Ctx, roomRef: string, url: URL) {
	const query = url.searchParams
	const permitRef = query.get('for') ?? ''
	const room = await roomByRef(ctx, roomRef)
	const choice = await partyChoice(ctx, permitRef)
	const refs = query.get('with')?.split(',') ?? []
	const party = chosenOf(choice, refs)
	if (party.length === 0) throw redirectTo(paths.newStay(roomRef, { for: permitRef }))
	const given = query.get('consents')?.split(',') ?? []
	const consents = stayConsents.filter((one) => given.includes(one))
	const nights = Number(query.get('nights') ?? 0)
	return {
		room,
		choice,
		nights: Number.isInteger(nights) && nights >= 0 && nights <= 14 ? nights : 0,
		ask: { prisonerId: choice.prisoner.id, partyIds: party.map((one) => one.id), consents },
		query: {
			for: permitRef,
			with: party.map((one) => one.ref).join(','),
			nights: query.get('nights'),
			consents: consents.join(','),
		},
	}
}

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params, url }) => {
	const { room, choice, nights, ask, query } = await answersSoFar(ctx, params.ref ?? '', url)
	const day = dayIn(url)
	const { days, starts, why } = await stayChoice(ctx, bookingRequestOf(ctx, ask), { roomId: room.id, nights, day })
	return {
		back: paths.newStay(room.ref, query),
		room: room.name,
		person: fullName(choice.prisoner),
		kind: room.kind,
		day,
		today: localDate(ctx.now),
		here: paths.newStayTime(room.ref, query),
		days,
		starts: starts.map(({ start, ends }) => ({
			start,
			ends: ends.map((end) => ({ end, value: stayText(start, end) })),
		})),
		why,
		idempotencyKey: randomUUID(),
	}
})

export const action = defineAction({ who: 'visitor' }, async ({ ctx, params, request, url }) => {
	const { room, ask } = await answersSoFar(ctx, params.ref ?? '', url)
	const submission = await parseForm(request, stayForm)
	if (submission.status !== 'success') return invalidForm(submission)
	const { stay, idempotencyKey } = submission.value
	const key = keyOfChoice(idempotencyKey, stayText(stay.start, stay.end))
	const outcome = await holdPlace(ctx, { ...ask, idempotencyKey: key, place: { roomId: room.id, ...stay } })
	if (!outcome.ok) return data({ publicReasons: outcome.publicReasons }, { status: 409 })
	throw redirectTo(paths.newVisitStep('check', { hold: outcome.booking.ref }))
})

export default function ChooseStayTime() {
	const { back, room, person, ...choice } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	return (
		<>
			<BackLink href={back} />
			{answer && 'publicReasons' in answer && (
				<RefusalList title={t('bookings.refused.title')} items={describeRefusals(answer.publicReasons, t)} />
			)}
			<StepOf step={2} steps={3} />
			<PageTitle lead={t('rooms.new.who.lead', { room, person })}>{t('rooms.new.time.title')}</PageTitle>
			<ChooseStay {...choice} />
		</>
	)
}

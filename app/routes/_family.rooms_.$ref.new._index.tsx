import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ageOn, localDate } from '#app/domain/calendar/oslo.ts'
import { fullName } from '#app/domain/person-name.ts'
import { possibleNights } from '#app/domain/rooms/possible-nights.ts'
import { stayPartyForm } from '#app/forms/rooms.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { partyChoice } from '#app/services/bookings/choices.server.ts'
import { roomByRef } from '#app/services/rooms/stay-choice.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/forms/choice-group.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { StepOf } from '#app/ui/layout/step-of.tsx'

export const handle: PageHandle = { title: 'rooms.new.who.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params, url }) => {
	const room = await roomByRef(ctx, params.ref ?? '')
	const permitRef = url.searchParams.get('for') ?? ''
	const { mayCome, me, prisoner } = await partyChoice(ctx, permitRef)
	const today = localDate(ctx.now)
	const query = url.searchParams
	const nights = possibleNights(room)
	return {
		permitRef,
		room: room.name,
		person: fullName(prisoner),
		choices: mayCome.map((one) => ({
			ref: one.ref,
			name: fullName(one),
			isMe: one.id === me.id,
			age: ageOn(one.born, today),
		})),
		nights,
		consents: room.needsConsents,
		chosen: {
			with: query.get('with')?.split(',') ?? [me.ref],
			nights: query.get('nights') ?? String(nights.at(nights.length > 1 ? 1 : 0) ?? 0),
			consents: query.get('consents')?.split(',') ?? [],
		},
	}
})

export const action = defineAction({ who: 'visitor' }, async ({ params, request }) => {
	const submission = await parseForm(request, stayPartyForm)
	if (submission.status !== 'success') return invalidForm(submission)
	const { for: permitRef, with: party, nights, consents } = submission.value
	const answers = { for: permitRef, with: party.join(','), nights, consents: consents.join(',') }
	throw redirectTo(paths.newStayTime(params.ref ?? '', answers))
})

/** Who comes, for how long, and with which consents. */
export default function StayParty() {
	const { permitRef, room, person, choices, nights, consents, chosen } = useLoaderData<typeof loader>()
	const lastResult = useActionData<typeof action>()
	const t = useT()
	const [form, fields] = useForm({ id: 'stay', lastResult: lastResult ?? null, defaultValue: chosen })
	return (
		<>
			<BackLink href={paths.rooms()} />
			<ErrorSummary form={form} />
			<StepOf step={1} steps={3} />
			<PageTitle lead={t('rooms.new.who.lead', { room, person })}>{t('rooms.new.who.title')}</PageTitle>
			<PostForm id={form.id}>
				<HiddenFields values={{ for: permitRef }} />
				<CheckboxGroup
					field={fields.with}
					label={t('bookings.new.who.label')}
					choices={choices.map(({ ref, name, isMe, age }) => ({
						value: ref,
						label: isMe ? t('bookings.new.who.me', { name }) : name,
						...(isMe ? {} : { hint: t('common.years-old', { years: age }) }),
					}))}
				/>
				{nights.length > 1 ? (
					<RadioGroup
						field={fields.nights}
						label={t('rooms.new.nights')}
						choices={nights.map((count) => ({ value: String(count), label: t('rooms.nights', { count }) }))}
					/>
				) : (
					<HiddenFields values={{ nights: String(nights[0] ?? 0) }} />
				)}
				{consents.length > 0 && (
					<CheckboxGroup
						field={fields.consents}
						label={t('rooms.new.consents')}
						hint={t('rooms.new.consents-hint')}
						optional
						choices={consents.map((one) => ({ value: one, label: t(`rooms.consent.${one}.given`) }))}
					/>
				)}
				<FormActions>
					<SubmitButton>{t('bookings.new.who.next')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}

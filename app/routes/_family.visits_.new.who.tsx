import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ageOn, localDate } from '#app/domain/calendar/oslo.ts'
import { fullName } from '#app/domain/person-name.ts'
import { partyForm } from '#app/forms/bookings.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { partyChoice } from '#app/services/bookings/choices.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { CheckboxGroup } from '#app/ui/forms/choice-group.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { StepOf } from '#app/ui/layout/step-of.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'bookings.new.who.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, url }) => {
	const permitRef = url.searchParams.get('for') ?? ''
	const { mayCome, withoutPermit, me, prisoner } = await partyChoice(ctx, permitRef)
	const chosen = url.searchParams.get('with')?.split(',') ?? [me.ref]
	const today = localDate(ctx.now)
	return {
		permitRef,
		person: fullName(prisoner),
		choices: mayCome.map((one) => ({
			ref: one.ref,
			name: fullName(one),
			isMe: one.id === me.id,
			age: ageOn(one.born, today),
		})),
		withoutPermit: withoutPermit.map((one) => one.givenName),
		chosen,
	}
})

export const action = defineAction({ who: 'visitor' }, async ({ request }) => {
	const submission = await parseForm(request, partyForm)
	if (submission.status !== 'success') return invalidForm(submission)
	const { for: permitRef, with: party } = submission.value
	throw redirectTo(paths.newVisitStep('time', { for: permitRef, with: party.join(',') }))
})

export default function ChooseParty() {
	const { permitRef, person, choices, withoutPermit, chosen } = useLoaderData<typeof loader>()
	const lastResult = useActionData<typeof action>()
	const t = useT()
	const [form, fields] = useForm({ id: 'party', lastResult: lastResult ?? null, defaultValue: { with: chosen } })
	return (
		<>
			<BackLink href={paths.newVisit()} />
			<ErrorSummary form={form} />
			<StepOf step={1} steps={3} />
			<PageTitle lead={t('bookings.new.who.lead', { person })}>{t('bookings.new.who.title')}</PageTitle>
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
				{withoutPermit.map((name) => (
					<Notice key={name} kind="neutral">
						<p>
							{t('bookings.new.who.no-permit', { name })}{' '}
							<TextLink href={paths.newApplication()}>{t('bookings.new.who.apply')}</TextLink>
						</p>
					</Notice>
				))}
				<FormActions>
					<SubmitButton>{t('bookings.new.who.next')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}

import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type PayeeForm, payeeForm } from '#app/forms/funds/top-up.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { isNumberOf, payeeOf } from '#app/services/funds/payments/payee.server.ts'
import { phoneOverview } from '#app/services/funds/phone-credit/phone-overview.server.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { RadioGroup } from '#app/ui/forms/choice-group.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { TextField } from '#app/ui/forms/text-field.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { StepOf } from '#app/ui/layout/step-of.tsx'

export const handle: PageHandle = { title: 'phone.new.who.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, url }) => {
	const { open, people } = await phoneOverview(ctx)
	const payable = people.filter((one) => open && one.takesMoney && one.permitHolds)
	return {
		payees: payable.map(({ permitRef, person, facility }) => ({ permitRef, person, facility })),
		chosen: url.searchParams.get('for') ?? undefined,
	}
})

export const action = defineAction({ who: 'visitor' }, async ({ ctx, request }) => {
	const submission = await parseForm(request, payeeForm)
	if (submission.status !== 'success') return invalidForm(submission)
	const { for: permitRef, number } = submission.value
	if (!isNumberOf(await payeeOf(ctx, permitRef), number))
		return invalidForm(submission, { fieldErrors: { number: ['phone.error.number-wrong'] } })
	throw redirectTo(paths.newTopUpStep('amount', { for: permitRef }))
})

export default function ChoosePayee() {
	const { payees, chosen } = useLoaderData<typeof loader>()
	const lastResult = useActionData<typeof action>()
	const t = useT()
	const [form, fields] = useForm<PayeeForm>({
		id: 'payee',
		lastResult: lastResult ?? null,
		defaultValue: { for: chosen },
	})
	const [only, ...others] = payees
	if (!only) {
		return (
			<>
				<BackLink href={paths.phone()} />
				<PageTitle>{t('phone.new.who.title')}</PageTitle>
				<EmptyState
					title={t('phone.nobody-now')}
					action={<ButtonLink href={paths.phone()}>{t('phone.title')}</ButtonLink>}
				>
					{t('phone.nobody-now-about')}
				</EmptyState>
			</>
		)
	}
	return (
		<>
			<BackLink href={paths.phone()} />
			<ErrorSummary form={form} />
			<StepOf step={1} steps={3} />
			<PageTitle lead={t('phone.new.who.lead')}>{t('phone.new.who.title')}</PageTitle>
			<PostForm id={form.id}>
				{others.length === 0 ? (
					<>
						<p>{t('phone.new.who.only', { person: only.person, facility: only.facility })}</p>
						<HiddenFields values={{ for: only.permitRef }} />
					</>
				) : (
					<RadioGroup
						field={fields.for}
						label={t('phone.new.who.label')}
						choices={payees.map(({ permitRef, person, facility }) => ({
							value: permitRef,
							label: person,
							hint: facility,
						}))}
					/>
				)}
				<TextField
					field={fields.number}
					label={t('phone.new.number')}
					hint={t('phone.new.number-hint')}
					code
					autoComplete="off"
					size={12}
					maxLength={40}
				/>
				<FormActions>
					<SubmitButton>{t('common.continue')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}

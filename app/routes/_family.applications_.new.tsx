import { randomUUID } from 'node:crypto'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { relationships } from '#app/domain/permits/permit.ts'
import { type ApplyForm, applyForm } from '#app/forms/applications.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { apply } from '#app/services/applications/apply.server.ts'
import { applicantChoices } from '#app/services/applications/mine.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { Checkbox } from '#app/ui/forms/checkbox.tsx'
import { RadioGroup } from '#app/ui/forms/choice-group.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { IdempotencyKeyField } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { Select } from '#app/ui/forms/select.tsx'
import { TextArea } from '#app/ui/forms/text-area.tsx'
import { TextField } from '#app/ui/forms/text-field.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'applications.new.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx }) => {
	const choices = await applicantChoices(ctx)
	return { choices: choices.map(({ ref, name, isMe }) => ({ ref, name, isMe })), idempotencyKey: randomUUID() }
})

export const action = defineAction({ who: 'visitor', limit: 'applications' }, async ({ ctx, request, context }) => {
	const submission = await parseForm(request, applyForm)
	if (submission.status !== 'success') return invalidForm(submission)
	const { visitor, guardianConsent, message, ...form } = submission.value
	const forWhom = (await applicantChoices(ctx)).find((one) => one.ref === visitor)
	if (!forWhom) return invalidForm(submission, { fieldErrors: { visitor: ['applications.error.visitor'] } })
	const application = await apply(ctx, {
		...form,
		visitorId: forWhom.id,
		message: message ?? '',
		guardianConsent: guardianConsent === 'on',
	})
	const page = paths.application(application.ref)
	if (application.idempotencyKey !== form.idempotencyKey)
		throw redirectWith(context, page, { kind: 'note', text: 'applications.open-already' })
	throw redirectWith(context, page, { kind: 'done', text: 'applications.received.done' })
})

export default function Apply() {
	const { choices, idempotencyKey } = useLoaderData<typeof loader>()
	const lastResult = useActionData<typeof action>()
	const t = useT()
	const me = choices.find((one) => one.isMe)
	const [form, fields] = useForm<ApplyForm>({
		id: 'apply',
		lastResult: lastResult ?? null,
		defaultValue: { visitor: me?.ref, idempotencyKey },
	})
	return (
		<>
			<BackLink href={paths.applications()} />
			<ErrorSummary form={form} />
			<PageTitle lead={t('applications.new.lead')}>{t('applications.new.title')}</PageTitle>
			<PostForm id={form.id}>
				<IdempotencyKeyField value={fields.idempotencyKey.initialValue ?? idempotencyKey} />
				<RadioGroup
					field={fields.visitor}
					label={t('applications.new.visitor')}
					choices={choices.map(({ ref, name, isMe }) => ({
						value: ref,
						label: isMe ? t('bookings.new.who.me', { name }) : name,
					}))}
				/>
				<p>
					<TextLink href={paths.children()}>{t('applications.new.add-child')}</TextLink>
				</p>
				<TextField
					field={fields.number}
					label={t('applications.new.number')}
					hint={t('applications.new.number-hint')}
					code
					autoComplete="off"
					maxLength={40}
				/>
				<TextField
					field={fields.name}
					label={t('applications.new.name')}
					hint={t('applications.new.name-hint')}
					autoComplete="off"
					maxLength={120}
				/>
				<Select
					field={fields.relationship}
					label={t('applications.new.relationship')}
					empty={t('common.choose')}
					options={relationships.map((value) => ({ value, label: t(`applications.relationship.${value}`) }))}
				/>
				<Checkbox
					field={fields.guardianConsent}
					label={t('applications.new.guardian-consent')}
					hint={t('applications.new.guardian-consent-hint')}
				/>
				<TextArea
					field={fields.message}
					label={t('applications.new.message')}
					hint={t('applications.new.message-hint')}
					optional
				/>
				<Notice kind="neutral" title={t('applications.new.what-we-check')}>
					{t('applications.new.what-we-check-about')}
				</Notice>
				<FormActions>
					<SubmitButton>{t('applications.new.send')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}

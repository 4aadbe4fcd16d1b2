import { randomUUID } from 'node:crypto'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ageOn, localDate } from '#app/domain/calendar/oslo.ts'
import { fullName } from '#app/domain/person-name.ts'
import { type ChildFields, childForm } from '#app/forms/visitors/child.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { addChild, isChildBirthDate } from '#app/services/visitors/add-child.server.ts'
import { myChildren } from '#app/services/visitors/my-children.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/display/card.tsx'
import { Checkbox } from '#app/ui/forms/checkbox.tsx'
import { DateFields } from '#app/ui/forms/date-fields.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { IdempotencyKeyField } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { TextField } from '#app/ui/forms/text-field.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'

export const handle: PageHandle = { title: 'visitors.children.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx }) => {
	const today = localDate(ctx.now)
	const children = await myChildren(ctx)
	return {
		children: children.map(({ ref, born, ...child }) => ({
			ref,
			name: fullName(child),
			age: ageOn(born, today),
		})),
		idempotencyKey: randomUUID(),
	}
})

export const action = defineAction({ who: 'visitor' }, async ({ ctx, request, context }) => {
	const submission = await parseForm(request, childForm)
	if (submission.status !== 'success') return invalidForm(submission)
	const { givenName, familyName, born, another } = submission.value
	if (!isChildBirthDate(born, localDate(ctx.now)))
		return invalidForm(submission, { fieldErrors: { born: ['visitors.children.error.born'] } })
	const added = await addChild(ctx, { givenName, familyName, born, isAnother: another === 'on' })
	if (added.outcome === 'alike') {
		const name = new URLSearchParams({ name: fullName(added.child) })
		return invalidForm(submission, { fieldErrors: { another: [`visitors.children.error.alike?${name}`] } })
	}
	throw redirectWith(context, paths.children(), { kind: 'done', text: 'visitors.children.added' })
})

export default function Children() {
	const { children, idempotencyKey } = useLoaderData<typeof loader>()
	const lastResult = useActionData<typeof action>()
	const t = useT()
	const [form, fields] = useForm<ChildFields>({ id: 'child', lastResult: lastResult ?? null })
	const born = fields.born.getFieldset()
	return (
		<>
			<BackLink href={paths.home()} />
			<ErrorSummary form={form} />
			<PageTitle lead={t('visitors.children.lead')}>{t('visitors.children.title')}</PageTitle>
			{children.length > 0 && (
				<CardList>
					{children.map(({ ref, name, age }) => (
						<Card key={ref} title={name}>
							<p>{t('common.years-old', { years: age })}</p>
						</Card>
					))}
				</CardList>
			)}
			<Section title={t('visitors.children.add.title')}>
				<PostForm id={form.id}>
					<IdempotencyKeyField value={idempotencyKey} />
					<TextField field={fields.givenName} label={t('visitors.children.given-name')} />
					<TextField
						field={fields.familyName}
						label={t('visitors.children.family-name')}
						hint={t('visitors.children.one-name')}
					/>
					<DateFields
						field={fields.born}
						parts={{ day: born.day, month: born.month, year: born.year }}
						label={t('visitors.children.born')}
					/>
					{fields.another.errors !== undefined && (
						<Checkbox field={fields.another} label={t('visitors.children.another')} />
					)}
					<FormActions>
						<SubmitButton>{t('visitors.children.add.confirm')}</SubmitButton>
					</FormActions>
				</PostForm>
			</Section>
		</>
	)
}

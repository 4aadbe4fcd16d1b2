import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { type WelcomeFields, welcomeForm } from '#app/forms/visitors/welcome.ts'
import { cookies, dropCookie, readCookie } from '#app/http/cookies.server.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import { renderFormsFor } from '#app/http/form-context.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { requireNewcomersForm } from '#app/http/require-form-context.server.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { sessionCookie, sessionToken } from '#app/http/session.server.ts'
import { stashForm } from '#app/http/stash-form.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { findNewcomer } from '#app/services/identity/newcomer.server.ts'
import { registerVisitor } from '#app/services/identity/register-visitor.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { DateFields } from '#app/ui/forms/date-fields.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { TextField } from '#app/ui/forms/text-field.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'welcome.title' }

export const loader = defineLoader({ who: 'public' }, async ({ ctx, request, context, session }) => {
	if (session) return redirectTo(paths.home())
	const newcomer = await findNewcomer(ctx.db, newcomerCookie(request), context.machineNow)
	if (!newcomer) return redirectTo(paths.signIn())
	renderFormsFor(context, { kind: 'newcomer', issuer: newcomer.issuer, subject: newcomer.subject })
	const [year = '', month = '', day = ''] = newcomer.born?.split('-') ?? []
	const { givenName, familyName, email } = newcomer
	return {
		known: {
			givenName: givenName ?? familyName ?? '',
			familyName: (givenName && familyName) ?? '',
			email: email ?? '',
			born: { day, month, year },
		},
	}
})

export const action = defineAction({ who: 'public' }, async ({ ctx, request, context, locale }) => {
	const newcomerToken = newcomerCookie(request)
	const at = context.machineNow
	const newcomer = await findNewcomer(ctx.db, newcomerToken, at)
	if (!newcomer) {
		await stashForm(context, request)
		return redirectTo(paths.signIn())
	}
	await requireNewcomersForm(context, request, newcomer)
	const submission = await parseForm(request, welcomeForm(localDate(ctx.now)))
	if (submission.status !== 'success') return invalidForm(submission)
	const formerToken = sessionToken(request, cookies.family)
	const registered = await registerVisitor(ctx, { newcomerToken, form: submission.value, locale, formerToken, at })
	if (registered.outcome === 'birth-date-differs')
		return invalidForm(submission, { fieldErrors: { born: ['welcome.error.born-differs'] } })
	context.setCookie(dropCookie(cookies.newcomer))
	if (registered.outcome === 'gone') {
		await stashForm(context, request)
		return redirectTo(paths.signIn())
	}
	context.setCookie(sessionCookie(cookies.family, registered.token))
	return redirectTo(registered.returnTo)
})

function newcomerCookie(request: Request): string | null {
	return readCookie(request.headers.get('cookie'), cookies.newcomer)
}

export default function Welcome() {
	const t = useT()
	const { known } = useLoaderData<typeof loader>()
	const lastResult = useActionData<typeof action>()
	const [form, fields] = useForm<WelcomeFields>({ id: 'welcome', defaultValue: known, lastResult })
	return (
		<>
			<ErrorSummary form={form} />
			<PageTitle lead={t('welcome.lead')}>{t('welcome.title')}</PageTitle>
			<PostForm id={form.id}>
				<TextField
					field={fields.givenName}
					label={t('welcome.given-name')}
					hint={t('welcome.name-hint')}
					autoComplete="given-name"
				/>
				<TextField
					field={fields.familyName}
					label={t('welcome.family-name')}
					hint={t('welcome.one-name')}
					autoComplete="family-name"
				/>
				<DateFields field={fields.born} parts={fields.born.getFieldset()} label={t('welcome.born')} birthDate />
				<TextField
					field={fields.email}
					type="email"
					label={t('welcome.email')}
					hint={t('welcome.email-hint')}
					autoComplete="email"
					optional
				/>
				<TextField
					field={fields.phone}
					type="tel"
					label={t('welcome.phone')}
					hint={t('welcome.phone-hint')}
					autoComplete="tel"
					optional
				/>
				<FormActions>
					<SubmitButton>{t('welcome.button')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}

import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { cookies, makeCookie } from '#app/http/cookies.server.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { parsePlainForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { safePath } from '#app/http/safe-redirect.ts'
import { browserSecret } from '#app/http/sign-in-browser.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { issuerIsKnown } from '#app/services/identity/issuer-is-known.server.ts'
import { startSignIn } from '#app/services/identity/start-sign-in.server.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { ProblemPage } from '#app/ui/layout/problem-page.tsx'

export const handle: PageHandle = { title: 'sign-in.title' }

export const loader = defineLoader({ who: 'public' }, async ({ url, session }) => {
	const to = safePath(url.searchParams.get('to'), 'family')
	if (session) return redirectTo(to ?? paths.home())
	// Until the issuer is known a browser would not let the form go there.
	const known = await issuerIsKnown('family')
	return data({ to, known }, { status: known ? 200 : 503 })
})

export const action = defineAction({ who: 'public' }, async ({ ctx, request, context, locale }) => {
	const { to } = await parsePlainForm(request, z.object({ to: z.string().optional() }))
	const browser = browserSecret(request)
	const started = await startSignIn(ctx, {
		kind: 'family',
		returnTo: safePath(to, 'family') ?? paths.home(),
		again: false,
		locale,
		browser,
		at: context.machineNow,
	})
	if (started.outcome === 'unavailable') return data({ unavailable: true }, { status: 503 })
	context.setCookie(makeCookie(cookies.signIn, browser, 600))
	return redirect(started.url, 303)
})

export default function SignIn() {
	const t = useT()
	const { to, known } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const unavailable = !known || answer?.unavailable === true
	const button = (
		<PostForm action={paths.signIn(to ?? undefined)}>
			<HiddenFields values={{ to }} />
			<FormActions>
				<SubmitButton>{t('sign-in.button')}</SubmitButton>
			</FormActions>
		</PostForm>
	)
	if (unavailable) {
		return (
			<ProblemPage title={t('sign-in.unavailable.title')} texts={[t('sign-in.unavailable.text')]}>
				<ButtonLink href={paths.signIn(to ?? undefined)}>{t('sign-in.try-again')}</ButtonLink>
			</ProblemPage>
		)
	}
	return (
		<>
			<PageTitle lead={t('sign-in.lead')}>{t('sign-in.title')}</PageTitle>
			{button}
			<p>{t('sign-in.lifetime')}</p>
			<p>{t('sign-in.no-eid')}</p>
		</>
	)
}

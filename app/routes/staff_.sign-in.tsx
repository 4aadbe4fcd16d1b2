import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { cookies, makeCookie, readCookie } from '#app/http/cookies.server.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { parsePlainForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { safePath } from '#app/http/safe-redirect.ts'
import { browserSecret } from '#app/http/sign-in-browser.server.ts'
import { usePath } from '#app/http/use-page.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { issuerIsKnown } from '#app/services/identity/issuer-is-known.server.ts'
import { startSignIn } from '#app/services/identity/start-sign-in.server.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { FamilyShell } from '#app/ui/layout/family-shell.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { ProblemPage } from '#app/ui/layout/problem-page.tsx'

export const handle: PageHandle = { title: 'sign-in.staff.title' }

export const loader = defineLoader({ who: 'public' }, async ({ url, request }) => {
	// Until the issuer is known a browser would not let the form go there.
	const known = await issuerIsKnown('staff')
	const page = {
		to: safePath(url.searchParams.get('to'), 'staff'),
		again: url.searchParams.get('again') === '1',
		kept: readCookie(request.headers.get('cookie'), cookies.typed) !== null,
		known,
	}
	return data(page, { status: known ? 200 : 503 })
})

const form = z.object({ to: z.string().optional(), again: z.literal('1').optional() })

export const action = defineAction({ who: 'public' }, async ({ ctx, request, context, locale }) => {
	const { to, again } = await parsePlainForm(request, form)
	const browser = browserSecret(request)
	const started = await startSignIn(ctx, {
		kind: 'staff',
		returnTo: safePath(to, 'staff') ?? paths.staff.today(),
		again: again !== undefined,
		locale,
		browser,
		at: context.machineNow,
	})
	if (started.outcome === 'unavailable') return data({ unavailable: true }, { status: 503 })
	context.setCookie(makeCookie(cookies.signIn, browser, 600))
	return redirect(started.url, 303)
})

export default function StaffSignIn() {
	const t = useT()
	const { to, again, kept, known } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const unavailable = !known || answer?.unavailable === true
	const words = again ? 'again' : 'staff'
	const button = (
		<PostForm action={paths.staff.signIn(to ?? undefined, again)}>
			<HiddenFields values={{ to, again: again ? '1' : null }} />
			<FormActions>
				<SubmitButton>{t('sign-in.staff.button')}</SubmitButton>
			</FormActions>
		</PostForm>
	)
	return (
		<FamilyShell path={usePath()}>
			{unavailable ? (
				<ProblemPage title={t('sign-in.unavailable.title')} texts={[t('sign-in.unavailable.text')]}>
					<ButtonLink href={paths.staff.signIn(to ?? undefined, again)}>{t('sign-in.try-again')}</ButtonLink>
				</ProblemPage>
			) : (
				<>
					<PageTitle lead={t(`sign-in.${words}.lead`)}>{t(`sign-in.${words}.title`)}</PageTitle>
					{again && kept && <p>{t('sign-in.again.kept')}</p>}
					{button}
					<p>{t('sign-in.staff.lifetime')}</p>
				</>
			)}
		</FamilyShell>
	)
}

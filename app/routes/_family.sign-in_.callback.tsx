import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cookies, makeCookie, readCookie } from '#app/http/cookies.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { languageCookie } from '#app/http/locale.server.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { safePath } from '#app/http/safe-redirect.ts'
import { sessionCookie, sessionToken } from '#app/http/session.server.ts'
import { knownBrowser } from '#app/http/sign-in-browser.server.ts'
import { statusOfRefusal } from '#app/http/sign-in-refusal-status.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { finishFamilySignIn } from '#app/services/identity/finish-family-sign-in.server.ts'
import { returnToIn } from '#app/services/identity/sign-in-state.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { ProblemPage } from '#app/ui/layout/problem-page.tsx'

export const loader = defineLoader({ who: 'public' }, async ({ ctx, url, request, context, session, t }) => {
	const finished = await finishFamilySignIn(ctx, {
		search: url.search,
		browser: knownBrowser(request),
		formerToken: sessionToken(request, cookies.family),
		at: context.machineNow,
		onIgnoredClaims: (claims) => context.log.warn({ requestId: context.requestId, claims }, 'claims ignored'),
	})
	if (finished.outcome === 'newcomer') {
		context.setCookie(makeCookie(cookies.newcomer, finished.newcomer))
		return redirectTo(paths.welcome())
	}
	if (finished.outcome === 'signed-in') {
		context.setCookie(sessionCookie(cookies.family, finished.token))
		const chosen = readCookie(request.headers.get('cookie'), cookies.language)
		if (chosen === null) context.setCookie(languageCookie(finished.language))
		return redirectTo(finished.returnTo)
	}
	const to = safePath(returnToIn('family', url.searchParams.get('state')), 'family')
	// The back button leads here again after a sign-in that went well.
	if (finished.reason === 'stale' && session) return redirectTo(to ?? paths.home())
	const { reason } = finished
	return data({ reason, to, title: t(`sign-in.${reason}.title`) }, { status: statusOfRefusal(reason) })
})

export default function SignInRefused() {
	const t = useT()
	const { reason, to, title } = useLoaderData<typeof loader>()
	return (
		<ProblemPage title={title} texts={[t(`sign-in.${reason}.text`)]}>
			<ButtonLink href={paths.signIn(to ?? undefined)}>{t('sign-in.try-again')}</ButtonLink>
		</ProblemPage>
	)
}

import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cookies } from '#app/http/cookies.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { safePath } from '#app/http/safe-redirect.ts'
import { officerSession, sessionCookie, sessionToken } from '#app/http/session.server.ts'
import { knownBrowser } from '#app/http/sign-in-browser.server.ts'
import { statusOfRefusal } from '#app/http/sign-in-refusal-status.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { finishStaffSignIn } from '#app/services/identity/finish-staff-sign-in.server.ts'
import { returnToIn } from '#app/services/identity/sign-in-state.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { FamilyShell } from '#app/ui/layout/family-shell.tsx'
import { ProblemPage } from '#app/ui/layout/problem-page.tsx'

export const loader = defineLoader({ who: 'public' }, async ({ ctx, url, request, context, t }) => {
	const finished = await finishStaffSignIn(ctx, {
		search: url.search,
		browser: knownBrowser(request),
		formerToken: sessionToken(request, cookies.staff),
		at: context.machineNow,
		onIgnoredClaims: (claims) => context.log.warn({ requestId: context.requestId, claims }, 'claims ignored'),
	})
	if (finished.outcome === 'refused') {
		const { reason } = finished
		const to = safePath(returnToIn('staff', url.searchParams.get('state')), 'staff')
		// The back button leads here again after a sign-in that went well.
		if (reason === 'stale' && (await officerSession(context, request))) return redirectTo(to ?? paths.staff.today())
		return data({ reason, to, title: t(`sign-in.${reason}.title`) }, { status: statusOfRefusal(reason) })
	}
	context.setCookie(sessionCookie(cookies.staff, finished.token))
	return redirectTo(finished.returnTo)
})

export default function StaffSignInRefused() {
	const t = useT()
	const { reason, to, title } = useLoaderData<typeof loader>()
	return (
		<FamilyShell path={paths.staff.signIn()}>
			<ProblemPage title={title} texts={[t(`sign-in.${reason}.text`)]}>
				<ButtonLink href={paths.staff.signIn(to ?? undefined)}>{t('sign-in.try-again')}</ButtonLink>
			</ProblemPage>
		</FamilyShell>
	)
}

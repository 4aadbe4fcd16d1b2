import { redirect } from '@remix-run/node'
import { cookies, dropCookie } from '#app/http/cookies.server.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { setFlash } from '#app/http/flash.server.ts'
import { forgetEverything, redirectTo } from '#app/http/respond.server.ts'
import { sessionToken } from '#app/http/session.server.ts'
import { paths } from '#app/paths.ts'
import { signOut } from '#app/services/identity/sign-out.server.ts'

export const loader = defineLoader({ who: 'public' }, async () => redirectTo(paths.staff.signIn()))

export const action = defineAction({ who: 'public' }, async ({ ctx, request, context }) => {
	const { issuerUrl } = await signOut(ctx, 'staff', sessionToken(request, cookies.staff))
	context.setCookie(dropCookie(cookies.staff))
	context.setCookie(dropCookie(cookies.typed))
	setFlash(context, { kind: 'done', text: 'sign-in.signed-out' })
	return redirect(issuerUrl ?? paths.staff.signIn(), { status: 303, headers: forgetEverything })
})

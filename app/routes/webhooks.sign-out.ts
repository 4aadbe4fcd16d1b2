import { z } from 'zod'
import { defineAction } from '#app/http/define-action.server.ts'
import { parsePlainForm } from '#app/http/form.server.ts'
import { signOutByIssuer } from '#app/services/identity/sign-out-by-issuer.server.ts'

/** What else an issuer sends is not for us to mind (OpenID Connect Back-Channel Logout 1.0, 2.5). */
const form = z.looseObject({ logout_token: z.string().max(16_000) })

/** An issuer tells that someone has signed out there. Its own signature says who it is. */
export const action = defineAction({ who: 'public' }, async ({ ctx, request }) => {
	const { logout_token } = await parsePlainForm(request, form)
	const done = await signOutByIssuer(ctx, logout_token)
	return new Response(null, { status: done ? 200 : 400 })
})

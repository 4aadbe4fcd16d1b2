import { z } from 'zod'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { parsePlainForm } from '#app/http/form.server.ts'
import { languageCookie } from '#app/http/locale.server.ts'
import { isFormOf } from '#app/http/require-form-context.server.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { safePath } from '#app/http/safe-redirect.ts'
import { locales } from '#app/i18n/locale.ts'
import { paths } from '#app/paths.ts'
import { chooseLanguage } from '#app/services/identity/choose-language.server.ts'

const choice = z.object({ locale: z.enum(locales), to: z.string().optional() })

export const loader = defineLoader({ who: 'public' }, async () => redirectTo(paths.home()))

export const action = defineAction({ who: 'public' }, async ({ ctx, request, context }) => {
	const { locale, to } = await parsePlainForm(request, choice)
	context.setCookie(languageCookie(locale))
	const { actor } = ctx
	// Any page changes what this browser reads; a letter's language only its owner's.
	if (actor && (await isFormOf(request, actor))) await chooseLanguage({ ...ctx, actor }, locale)
	return redirectTo(whereFrom(to))
})

/** Back to the page, also one of those that nobody is sent to otherwise. */
function whereFrom(to: string | undefined): string {
	const doors: readonly string[] = [paths.signIn(), paths.welcome(), paths.staff.signIn()]
	return safePath(to, 'family') ?? safePath(to, 'staff') ?? doors.find((door) => door === to) ?? paths.home()
}

import { openStashedForm, sealStashedForm } from '#app/services/identity/stashed-form.server.ts'
import { cookies, dropCookie, makeCookie, readCookie } from './cookies.server.ts'
import { isPlainName } from './field-names.ts'
import { formContextFor } from './form-context.server.ts'
import type { RequestContext } from './load-context.server.ts'
import { pathOf } from './page-path.ts'
import { sentForm } from './sent-form.server.ts'

const seconds = 15 * 60

/** Keeps what was typed while its officer signs in again: nothing is done with it but to show it once more. */
export async function stashForm(context: RequestContext, request: Request): Promise<void> {
	const { form, formContext } = await sentForm(request)
	const fields = fieldsOf(form)
	if (formContext === null || Object.keys(fields).length === 0) return
	const sealed = sealStashedForm(fields, { formContext, path: pathOf(request) }, context.machineNow)
	if (sealed !== null) context.setCookie(makeCookie(cookies.typed, sealed, seconds))
}

/** What this officer had typed on this page, here, before signing in again; null when there is nothing. Answered once. */
export function takeStashedForm(context: RequestContext, request: Request): Readonly<Record<string, string>> | null {
	const sealed = readCookie(request.headers.get('cookie'), cookies.typed)
	const formContext = formContextFor(context)
	if (sealed === null || formContext === null) return null
	const typed = openStashedForm(sealed, { formContext, path: pathOf(request) }, context.machineNow)
	if (!typed) return null
	context.setCookie(dropCookie(cookies.typed))
	return typed
}

/** Which button was pressed is not typed: it is pressed again. */
function fieldsOf(form: FormData | null): Record<string, string> {
	const sent = [...(form ?? [])].filter(([name]) => name !== 'step' && isPlainName(name))
	return Object.fromEntries(sent.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

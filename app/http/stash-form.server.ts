import { openStashedForm, type StashedFields, sealStashedForm } from '#app/services/identity/stashed-form.server.ts'
import { cookies, dropCookie, makeCookie, readCookie } from './cookies.server.ts'
import { formContextFor } from './form-context.server.ts'
import type { RequestContext } from './load-context.server.ts'
import { pathOf } from './page-path.ts'
import { isFileBody, sentForm } from './sent-form.server.ts'

const seconds = 15 * 60

/** Keeps what was typed while its sender signs in again: nothing is done with it but to show it once more. A file is not kept. */
export async function stashForm(context: RequestContext, request: Request): Promise<void> {
	if (isFileBody(request)) return
	const { form, formContext } = await sentForm(request)
	const fields = fieldsOf(form)
	if (formContext === null || Object.keys(fields).every((name) => name === 'step')) return
	const sealed = sealStashedForm(fields, { formContext, path: pathOf(request) }, context.machineNow)
	if (sealed !== null) context.setCookie(makeCookie(cookies.typed, sealed, seconds))
}

/** What this person had typed on this page, here, before signing in again; null when there is nothing. Answered once. */
export function takeStashedForm(context: RequestContext, request: Request): StashedFields | null {
	const sealed = readCookie(request.headers.get('cookie'), cookies.typed)
	const formContext = formContextFor(context)
	if (sealed === null || formContext === null) return null
	const typed = openStashedForm(sealed, { formContext, path: pathOf(request) }, context.machineNow)
	if (!typed) return null
	context.setCookie(dropCookie(cookies.typed))
	return typed
}

function fieldsOf(form: FormData | null): StashedFields {
	const names = new Set(form?.keys())
	const texts = (name: string) => (form?.getAll(name) ?? []).filter((value) => typeof value === 'string')
	return Object.fromEntries([...names].map((name) => [name, texts(name)]))
}

import { openTyped, sealTyped } from '#app/services/identity/typed-form.server.ts'
import { cookies, dropCookie, makeCookie, readCookie } from './cookies.server.ts'
import { isPlainName } from './field-names.ts'
import type { RequestContext } from './load-context.server.ts'
import { pathOf } from './page-path.ts'

const seconds = 15 * 60

/** Keeps what was typed while its officer signs in again: nothing is done with it but to show it once more. */
export async function keepTyped(context: RequestContext, request: Request, officerId: string): Promise<void> {
	const fields = await fieldsOf(request)
	if (Object.keys(fields).length === 0) return
	const sealed = sealTyped(fields, { officerId, path: pathOf(request) }, context.machineNow)
	if (sealed !== null) context.setCookie(makeCookie(cookies.typed, sealed, seconds))
}

/** What this officer had typed on this page before signing in again; null when there is nothing. Answered once. */
export function takeTyped(
	context: RequestContext,
	request: Request,
	officerId: string,
): Readonly<Record<string, string>> | null {
	const sealed = readCookie(request.headers.get('cookie'), cookies.typed)
	const typed = sealed && openTyped(sealed, { officerId, path: pathOf(request) }, context.machineNow)
	if (!typed) return null
	context.setCookie(dropCookie(cookies.typed))
	return typed
}

/** Which button was pressed is not typed: it is pressed again. */
async function fieldsOf(request: Request): Promise<Record<string, string>> {
	try {
		const sent = [...(await request.formData())].filter(([name]) => name !== 'step' && isPlainName(name))
		return Object.fromEntries(sent.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
	} catch {
		// What is no form holds nothing that anyone typed.
		return {}
	}
}

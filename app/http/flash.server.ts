import type { TextKey } from '#app/i18n/catalogue.ts'
import { isTextKey } from '#app/i18n/translate.ts'
import { cookies, dropCookie, makeCookie, readCookie } from './cookies.server.ts'
import type { RequestContext } from './load-context.server.ts'

export interface Flash {
	kind: 'done' | 'note'
	text: TextKey
}

/** A word for the next page: one of our own texts and nothing typed by anyone, so it stays small. Never for errors. */
export function setFlash(context: RequestContext, flash: Flash): void {
	context.setCookie(makeCookie(cookies.flash, `${flash.kind}~${flash.text}`, 60))
}

/** Reads it once. Only the frame around a page does. */
export function takeFlash(context: RequestContext, request: Request): Flash | null {
	const value = readCookie(request.headers.get('cookie'), cookies.flash)
	if (value === null) return null
	context.setCookie(dropCookie(cookies.flash))
	const [kind, text = ''] = value.split('~', 2)
	return (kind === 'done' || kind === 'note') && isTextKey(text) ? { kind, text } : null
}

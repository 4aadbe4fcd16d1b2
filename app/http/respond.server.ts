import { redirect } from '@remix-run/node'
import { type Flash, setFlash } from './flash.server.ts'
import type { RequestContext } from './load-context.server.ts'

/** On to a page of ours, built by `paths`; never to an address that was typed. 303: whatever was sent, a page is fetched. */
export function redirectTo(path: string) {
	return redirect(path, 303)
}

/** The same, with a word for the page that comes: 'Your visit is cancelled.' */
export function redirectWith(context: RequestContext, path: string, flash: Flash) {
	setFlash(context, flash)
	return redirectTo(path)
}

/**
 * After signing out the browser keeps no page and no stored thing of ours. Cookies are named one by one instead: this header
 * would take those of every service under the same domain along.
 */
export const forgetEverything = { 'Clear-Site-Data': '"cache", "storage"' }

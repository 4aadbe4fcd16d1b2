import type { AccountKind } from '#app/domain/identity/account-kind.ts'
import type { TextKey } from '#app/i18n/catalogue.ts'

/**
 * What a route tells the document around it: `export const handle: PageHandle = { title: 'help.title' }`. A title that depends
 * on what is shown comes from the loader instead, as `title` in its data.
 */
export interface PageHandle {
	title?: TextKey
	/** Which of the two sheets of style; a frame says it for all its pages. */
	area?: AccountKind
}

export function isPageHandle(handle: unknown): handle is PageHandle {
	return typeof handle === 'object' && handle !== null
}

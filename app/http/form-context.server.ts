import { type FormSubject, formContextOf } from '#app/services/identity/form-context.server.ts'
import type { RequestContext } from './load-context.server.ts'

const subjects = new WeakMap<RequestContext, FormSubject>()

/** The forms of this request's page are for this person. */
export function renderFormsFor(context: RequestContext, subject: FormSubject): void {
	subjects.set(context, subject)
}

/** What the forms of this request's page carry; null where nobody is known. */
export function formContextFor(context: RequestContext): string | null {
	const subject = subjects.get(context)
	return subject ? formContextOf(subject) : null
}

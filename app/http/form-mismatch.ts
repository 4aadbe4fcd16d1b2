import { isRouteErrorResponse } from '@remix-run/react'
import type { T } from '#app/i18n/translate.ts'
import type { FormMismatch } from '#app/services/identity/check-form-context.server.ts'

export type { FormMismatch }

/** The mismatch among what a page's routes have thrown; null where something else went wrong. */
export function formMismatchIn(errors: Readonly<Record<string, unknown>> | null): FormMismatch | null {
	for (const error of Object.values(errors ?? {}))
		if (isRouteErrorResponse(error) && isThrownMismatch(error.data)) return error.data.formMismatch
	return null
}

function isThrownMismatch(thrown: unknown): thrown is { formMismatch: FormMismatch } {
	return typeof thrown === 'object' && thrown !== null && 'formMismatch' in thrown
}

/** The title and the texts of the page that answers a form rendered for somebody else or at another facility. */
export function describeFormMismatch(mismatch: FormMismatch, t: T): { title: string; texts: string[] } {
	if (mismatch.reason !== 'facility') {
		const about = `form-mismatch.${mismatch.reason}` as const
		return { title: t(`${about}.title`), texts: [t(`${about}.text`), t(`${about}.next`)] }
	}
	const { here, openedFor } = mismatch
	const about = openedFor ? 'form-mismatch.facility' : 'form-mismatch.no-role'
	const names = { here, openedFor: openedFor?.name ?? '' }
	return { title: t(`${about}.title`, names), texts: [t(`${about}.text`, names), t(`${about}.next`, names)] }
}

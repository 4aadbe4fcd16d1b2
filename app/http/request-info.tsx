import { createContext, useContext } from 'react'
import type { Conflict } from '#app/domain/conflict.ts'
import { defaultLocale, type Locale } from '#app/i18n/locale.ts'
import type { StashedFields } from '#app/services/identity/stashed-form.server.ts'
import type { FormMismatch } from './form-mismatch.ts'

/** What the document says of its own request. It goes by React context: in loader data the nonce would stand in the page. */
export interface RequestInfo {
	nonce: string
	requestId: string
	locale: Locale
	/** The status, when something stands in the way of the page that was asked for. */
	problemStatus: number | null
	/** The page itself says what must be put right on it. */
	hasErrors: boolean
	/** What was done before, when that is what stands in the way. */
	conflict: Conflict | null
	/** Why the form that was sent is not for whoever sent it; null for any other page. */
	formMismatch: FormMismatch | null
	/** What the forms of the page carry. */
	formContext: string | null
	/** What was typed on this page before signing in again; null when there is nothing. */
	stashed: StashedFields | null
}

const RequestInfoContext = createContext<RequestInfo>({
	nonce: '',
	requestId: '',
	locale: defaultLocale,
	problemStatus: null,
	hasErrors: false,
	conflict: null,
	formMismatch: null,
	formContext: null,
	stashed: null,
})

export const RequestInfoProvider = RequestInfoContext.Provider

export function useRequestInfo(): RequestInfo {
	return useContext(RequestInfoContext)
}

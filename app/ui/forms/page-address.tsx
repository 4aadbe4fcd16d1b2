import { createContext, useContext } from 'react'

const PageAddress = createContext<string | undefined>(undefined)

/** Tells the forms of a page where they are: its path and query. */
export const PageAddressProvider = PageAddress.Provider

/**
 * Where a form of the page is sent. Said aloud, because a form without an address goes to the one in the browser with its
 * `#field`, and the answer's error summary then loses the focus to that field.
 */
export function usePageAddress(): string | undefined {
	return useContext(PageAddress)
}

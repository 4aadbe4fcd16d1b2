/** What an officer looks someone up for. Written down with each look; a search without one is not made. */
export const searchReasons = ['visit-today', 'booking', 'application', 'enquiry', 'security'] as const
export type SearchReason = (typeof searchReasons)[number]

export function searchReasonIn(text: string | null): SearchReason | null {
	return searchReasons.find((reason) => reason === text) ?? null
}

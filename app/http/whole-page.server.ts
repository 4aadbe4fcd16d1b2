const pages = new WeakMap<Response, string>()

/** A page that is there whole. Whoever sends it need not read it back out of a stream. */
export function pageResponse(html: string, init: ResponseInit): Response {
	const response = new Response(html, init)
	pages.set(response, html)
	return response
}

/** The page that an answer was made of; null for any other answer. */
export function wholePage(response: Response): string | null {
	return pages.get(response) ?? null
}

const pages = new WeakMap<Response, string>()

/**
 * A page that is there whole. Its text goes beside the answer and not in it: there it would be packed into a stream, which
 * whoever sends it would have to read back out.
 */
export function prerenderedResponse(html: string, init: ResponseInit): Response {
	const response = new Response(null, init)
	pages.set(response, html)
	return response
}

/** The page that an answer was made of; null for any other answer. */
export function prerenderedPage(response: Response): string | null {
	return pages.get(response) ?? null
}

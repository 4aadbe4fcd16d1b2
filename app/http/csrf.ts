/** What a browser says of where a request comes from, and in what form. */
export interface RequestOrigin {
	secFetchSite: string | null
	origin: string | null
	contentType: string | null
}

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data']

/**
 * Whether a request that changes something comes from a page of ours. `Sec-Fetch-Site` decides where the browser sends it;
 * else `Origin` must be ours, as configured and not as the request's own Host says. A request that tells neither is refused.
 */
export function isFromOurPages({ secFetchSite, origin, contentType }: RequestOrigin, publicOrigin: string): boolean {
	const [type = ''] = (contentType ?? '').split(';')
	if (!formTypes.includes(type.trim().toLowerCase())) return false
	if (origin !== null && origin !== publicOrigin) return false
	return secFetchSite === null ? origin !== null : secFetchSite === 'same-origin'
}

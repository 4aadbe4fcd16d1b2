export interface References {
	/** Where anchors lead. */
	links: string[]
	/** Style sheets, scripts, pictures and whatever else a browser fetches by itself. */
	assets: string[]
	forms: { action: string | null; method: string }[]
	ids: Set<string>
}

const tagPattern = /<(a|area|link|script|img|source|form|iframe|object)\b([^>]*)>/g

/** What a page of ours refers to, read from its markup. */
export function referencesIn(html: string): References {
	const markup = html.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, '$1').replace(/<!--[\s\S]*?-->/g, '')
	const found: References = { links: [], assets: [], forms: [], ids: new Set() }
	for (const [, id] of markup.matchAll(/\sid="([^"]+)"/g)) if (id) found.ids.add(id)
	for (const [, tag = '', attributes = ''] of markup.matchAll(tagPattern)) {
		const address = attributeOf(attributes, tag === 'script' || tag === 'img' || tag === 'iframe' ? 'src' : 'href')
		if (tag === 'form')
			found.forms.push({
				action: attributeOf(attributes, 'action'),
				method: attributeOf(attributes, 'method') ?? 'get',
			})
		else if (address !== null) (tag === 'a' || tag === 'area' ? found.links : found.assets).push(address)
	}
	return found
}

function attributeOf(attributes: string, name: string): string | null {
	const [, value] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes) ?? []
	return value?.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"') ?? null
}

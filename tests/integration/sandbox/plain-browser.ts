/** The least of a browser: cookies, forms, and redirections one at a time. Ports share cookies, as they do in life. */
export class PlainBrowser {
	readonly #cookies = new Map<string, { value: string; path: string }>()

	async open(url: string, form?: Record<string, string>): Promise<Response> {
		const { pathname } = new URL(url)
		const cookies = [...this.#cookies].filter(([, cookie]) => pathname.startsWith(cookie.path))
		const response = await fetch(url, {
			redirect: 'manual',
			headers: { cookie: cookies.map(([name, cookie]) => `${name}=${cookie.value}`).join('; ') },
			...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
		})
		for (const line of response.headers.getSetCookie()) this.#keep(line)
		return response
	}

	/** Follows redirections until a page comes or the address starts with `until`. */
	async follow(
		url: string,
		options: { until: string; form?: Record<string, string> },
	): Promise<{ url: string; response: Response | null }> {
		let response = await this.open(url, options.form)
		let here = url
		for (let steps = 0; steps < 10; steps++) {
			const location = response.headers.get('location')
			if (!location) return { url: here, response }
			here = new URL(location, here).href
			if (here.startsWith(options.until)) return { url: here, response: null }
			response = await this.open(here)
		}
		throw new Error(`No end of redirections at ${here}`)
	}

	#keep(line: string): void {
		const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
		const [name = '', ...value] = pair.split('=')
		const attribute = (key: string) =>
			attributes.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1)
		const gone = Date.parse(attribute('expires') ?? '') < Date.now()
		if (gone) this.#cookies.delete(name)
		else this.#cookies.set(name, { value: value.join('='), path: attribute('path') ?? '/' })
	}
}

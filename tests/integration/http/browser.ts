import { cookies } from '#app/http/cookies.server.ts'
import { formContextField, paths } from '#app/paths.ts'

interface Kept {
	value: string
	path: string
}

/** The least of a browser: cookies by host, redirections one at a time, and the headers by which a form's origin is told. */
export class WebBrowser {
	readonly origin: string
	readonly #jars = new Map<string, Map<string, Kept>>()

	constructor(origin: string) {
		this.origin = origin
	}

	get(path: string, init: RequestInit = {}): Promise<Response> {
		return this.#send(new URL(path, this.origin), init)
	}

	/** Sends a form as a page of the same origin does: rendered for whoever is signed in, unless the form says another. */
	async post(path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Response> {
		const formContext = formContextField in form ? null : await this.formContext(path)
		const body = new URLSearchParams(formContext === null ? form : { ...form, [formContextField]: formContext })
		return this.postAsIs(path, body, headers)
	}

	/** The same with nothing added. */
	postAsIs(path: string, body: URLSearchParams | FormData, headers: Record<string, string> = {}): Promise<Response> {
		const url = new URL(path, this.origin)
		const said = { origin: url.origin, 'sec-fetch-site': 'same-origin', ...headers }
		return this.#send(url, { method: 'POST', body, headers: said })
	}

	/** What the forms of this browser's pages carry now; null where they carry nothing. */
	async formContext(path: string): Promise<string | null> {
		const url = new URL(path, this.origin)
		if (url.origin !== this.origin) return null
		const page = this.#pageOfForms(url.pathname)
		if (page === null) return null
		const answer = await this.#fetch(new URL(page, this.origin), {})
		const [, formContext = null] = fieldPattern.exec(await answer.text()) ?? []
		return formContext
	}

	/** A page with a form for whoever is signed in; null where nobody is. */
	#pageOfForms(path: string): string | null {
		if (this.cookie(cookies.newcomer) !== null) return paths.welcome()
		if (/^\/staff\b/.test(path)) return this.cookie(cookies.staff) === null ? null : paths.staff.facility()
		return this.cookie(cookies.family) === null ? null : paths.me()
	}

	/** Goes the whole way through the issuer; the answer is what the callback says. */
	async signIn(
		kind: 'family' | 'staff',
		person: string,
		chosen: Record<string, string> = {},
		begin: Record<string, string> = {},
	): Promise<Response> {
		return this.get(await this.callback(kind, person, chosen, begin))
	}

	/** The address that the issuer sends the browser back to, not opened yet. */
	async callback(
		kind: 'family' | 'staff',
		person: string,
		chosen: Record<string, string> = {},
		begin: Record<string, string> = {},
	): Promise<string> {
		const started = await this.post(kind === 'family' ? '/sign-in' : '/staff/sign-in', begin)
		let here = at(started)
		let answer = await this.get(here)
		for (let steps = 0; steps < 10; steps++) {
			const location = answer.headers.get('location')
			if (location === null) answer = await this.post(here, { person, ...chosen })
			else {
				here = new URL(location, here).href
				if (new URL(here).origin === this.origin) return here
				answer = await this.get(here)
			}
		}
		throw new Error(`No end of redirections at ${here}`)
	}

	cookie(name: string): string | null {
		return this.#jar(new URL(this.origin)).get(name)?.value ?? null
	}

	setCookie(name: string, value: string): void {
		this.#jar(new URL(this.origin)).set(name, { value, path: '/' })
	}

	#jar(url: URL): Map<string, Kept> {
		const jar = this.#jars.get(url.hostname) ?? new Map<string, Kept>()
		this.#jars.set(url.hostname, jar)
		return jar
	}

	async #send(url: URL, init: RequestInit): Promise<Response> {
		const answer = await this.#fetch(url, init)
		for (const line of answer.headers.getSetCookie()) keep(this.#jar(url), line)
		return answer
	}

	#fetch(url: URL, init: RequestInit): Promise<Response> {
		const jar = this.#jar(url)
		const sent = [...jar]
			.filter(([, { path }]) => url.pathname.startsWith(path))
			.map(([name, { value }]) => `${name}=${value}`)
		const headers = new Headers(init.headers)
		if (sent.length > 0) headers.set('cookie', sent.join('; '))
		return fetch(url, { ...init, headers, redirect: 'manual' })
	}
}

const fieldPattern = new RegExp(`name="${formContextField}" value="([^"]+)"`)

function at(answer: Response): string {
	const location = answer.headers.get('location')
	if (location === null) throw new Error(`No redirection but ${answer.status}`)
	return location
}

function keep(jar: Map<string, Kept>, line: string): void {
	const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
	const cut = pair.indexOf('=')
	const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)]
	const attribute = (key: string) =>
		attributes.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1)
	const gone = value === '' || attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '') < Date.now()
	if (gone) jar.delete(name)
	else jar.set(name, { value, path: attribute('path') ?? '/' })
}

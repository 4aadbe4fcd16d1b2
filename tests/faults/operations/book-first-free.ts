import type { WebBrowser } from '#tests/integration/http/browser.ts'

/** Books the first free time there is for whom this visitor visits, alone, as a browser would; the visit's reference. */
export async function bookFirstFree(browser: WebBrowser): Promise<string> {
	const who = await browser.get('/visits/new')
	const party = new URL(who.headers.get('location') ?? '', browser.origin)
	const asked = await (await browser.get(`${party.pathname}${party.search}`)).text()
	const self = found(asked, /<input[^>]*name="with"[^>]*value="([^"]+)"/)
	const time = `/visits/new/time?for=${party.searchParams.get('for')}&with=${self}`
	const month = await (await browser.get(time)).text()
	const day = found(month, /<a class="day" data-free[^>]*href="[^"]*day=([\d-]+)/)
	const opened = await (await browser.get(`${time}&day=${day}`)).text()
	const held = await browser.post(time, {
		session: found(opened, /name="session"[^>]*value="([^"]+)"/),
		idempotencyKey: found(opened, /name="idempotencyKey"[^>]*value="([^"]+)"/),
	})
	const confirmed = await browser.post(held.headers.get('location') ?? '')
	const ref = /^\/visits\/(\w+)$/.exec(confirmed.headers.get('location') ?? '')?.[1]
	if (!ref) throw new Error(`The visit was not booked: ${held.status}, ${confirmed.status}`)
	return ref
}

function found(html: string, pattern: RegExp): string {
	const [, value] = pattern.exec(html) ?? []
	if (value === undefined) throw new Error(`Nothing on the page is like ${pattern}`)
	return value
}

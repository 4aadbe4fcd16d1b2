import { paths } from '#app/paths.ts'
import type { WebBrowser } from '../browser.ts'
import { type References, referencesIn } from './references.ts'

export interface Crawled {
	/** Pages visited. */
	pages: number
	/** Ids of the routes that answered. */
	routes: Set<string>
	/** What is wrong, each with the page that it stands on. */
	faults: string[]
}

export interface CrawlInput {
	browser: WebBrowser
	start: string
	/** The id of the route that a path belongs to. */
	routeOf: (path: string) => string
	/** Why this reader should not be shown a form that is sent there; null where they may send it. */
	formFault: (routeId: string) => string | null
	/** Pages that a page may name for those who are not signed in yet, who come to them by the door. */
	behindDoor: readonly string[]
	/** Hosts and schemes outside that a page may lead to. */
	allowed: readonly string[]
}

interface Step {
	path: string
	from: string
}

/** Pages of one shape, by route and by the names in its query, that are worth opening; more would say the same. */
const ofEachShape = 2
const atMost = 500

/** Follows every link of every page that it comes to. */
export async function crawl({ browser, start, routeOf, formFault, behindDoor, allowed }: CrawlInput): Promise<Crawled> {
	const crawled: Crawled = { pages: 0, routes: new Set(), faults: [] }
	const shapes = new Map<string, number>()
	const seen = new Set<string>()
	const queue: Step[] = []
	const { origin } = browser
	const enqueue = (step: Step) => {
		const url = new URL(step.path, origin)
		const shape = `${routeOf(url.pathname)} ${[...new Set(url.searchParams.keys())].sort().join()}`
		const count = shapes.get(shape) ?? 0
		if (seen.has(url.pathname + url.search) || count >= ofEachShape) return
		shapes.set(shape, count + 1)
		seen.add(url.pathname + url.search)
		queue.push(step)
	}
	const check = (address: string, from: string, ids: References['ids'] | null) => {
		const url = new URL(address, new URL(from, origin))
		if (url.origin !== origin) {
			const outside = url.host === '' ? url.protocol : url.host
			if (!allowed.includes(outside)) crawled.faults.push(`${from}: leads outside, to ${outside}`)
			return
		}
		const isHere = url.pathname + url.search === from
		if (ids !== null && isHere && url.hash !== '' && !ids.has(decodeURIComponent(url.hash.slice(1))))
			crawled.faults.push(`${from}: nothing here is called ${url.hash}`)
		enqueue({ path: url.pathname + url.search, from })
	}

	enqueue({ path: start, from: 'the start' })
	for (let step = queue.shift(); step && crawled.pages < atMost; step = queue.shift()) {
		crawled.pages += 1
		const { answer, at } = await follow(browser, step.path)
		const wanted = new URL(step.path, origin).pathname
		if (answer.status !== 200) crawled.faults.push(`${step.from}: ${step.path} answers ${answer.status}`)
		else if (at !== step.path && isSignIn(at) && !behindDoor.includes(step.path))
			crawled.faults.push(`${step.from}: ${step.path} wants a sign-in`)
		const body = await answer.text()
		if (answer.status !== 200) continue
		crawled.routes.add(routeOf(wanted))
		if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue
		const { links, assets, forms, ids } = referencesIn(body)
		for (const address of links) check(address, at, ids)
		for (const address of assets) check(address, at, null)
		for (const { action, method } of forms) {
			const url = new URL(action ?? at, new URL(at, origin))
			const id = routeOf(url.pathname)
			const fault = url.origin !== origin ? 'is sent outside' : method.toLowerCase() === 'post' ? formFault(id) : null
			if (fault !== null) crawled.faults.push(`${at}: a form to ${url.pathname} ${fault}`)
		}
	}
	return { ...crawled, faults: [...new Set(crawled.faults)] }
}

const isSignIn = (path: string) => path.startsWith(paths.signIn()) || path.startsWith(paths.staff.signIn())

/** The answer after our own redirections, and where it was given. */
async function follow(browser: WebBrowser, path: string): Promise<{ answer: Response; at: string }> {
	let at = path
	for (let steps = 0; steps < 5; steps++) {
		const answer = await browser.get(at)
		const to = answer.headers.get('location')
		if (to === null) return { answer, at }
		await answer.arrayBuffer()
		const url = new URL(to, new URL(at, browser.origin))
		if (url.origin !== browser.origin) return { answer, at: url.href }
		at = url.pathname + url.search
	}
	throw new Error(`No end of redirections from ${path}`)
}

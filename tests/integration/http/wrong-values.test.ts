import { beforeAll, expect, test } from 'vitest'
import { hasPermission, isPermission } from '#app/domain/access/permissions.ts'
import { type Role, roles } from '#app/domain/access/roles.ts'
import { formContextField } from '#app/paths.ts'
import { addVisitor } from '#sandbox/seeds/rows.ts'
import { ownAddresses } from './access/addresses.ts'
import { type Caller, callersOf } from './access/callers.ts'
import { answered, isDone } from './access/cells.ts'
import { gateAndCaseActs } from './access/gate-and-case-acts.ts'
import { type Act, acts, type Cast } from './acts.ts'
import type { WebBrowser } from './browser.ts'
import { type BuiltRoute, builtRoutes } from './built-routes.ts'
import { queryParametersOf } from './route-parameters.ts'
import { startWebWithPayments } from './web-with-payments.ts'
import { wrongLists, wrongValues } from './wrong-values.ts'

// Every parameter of every address and every field of every form, wrong in every way: the page's default or a refusal, never a fault.

const web = await startWebWithPayments()
const routes = await builtRoutes()
let cast: Cast
let callers: Caller[]
let addresses: Record<string, string>
/** References of another family and another prison. */
let theirs: Record<string, string>
const browsers = new Map<string, Promise<WebBrowser>>()

beforeAll(async () => {
	const { facilities, officers, db } = web
	const kariId = await addVisitor(db, { givenName: 'Kari', familyName: 'Skjultnes' })
	cast = { db, facilityId: facilities.hal, kariId, perId: officers.per, kari: web.browser(), nora: web.browser() }
	const other = await addVisitor(db, { givenName: 'Siv', familyName: 'Annen' })
	callers = await callersOf(web, kariId)
	addresses = await ownAddresses(cast)
	theirs = await ownAddresses({ ...cast, facilityId: facilities.bjo, kariId: other })
})

/** Who may come to a route: of officers the first role that may, for what one reads of an address the others read alike. */
function callerOf(who: string | null, path: string): Caller {
	const name = nameOf(who, path)
	const caller = callers.find((one) => one.name === name)
	if (!caller) throw new Error(`Nobody may come to ${path}`)
	return caller
}

function nameOf(who: string | null, path: string): string {
	if (path === '/welcome') return 'newcomer'
	if (path.endsWith('/sign-out') || path.endsWith('/callback') || path.endsWith('/sign-in')) return 'signed out'
	if (who === 'facility-key') return 'key'
	if (who === null || who === 'public' || who === 'visitor') return path.startsWith('/staff') ? 'admin' : 'family'
	const may = (role: Role) => (isPermission(who) ? hasPermission([role], who) : true)
	return roles.find(may) ?? 'admin'
}

function browserOf(caller: Caller): Promise<WebBrowser> {
	const known = browsers.get(caller.name) ?? caller.open()
	browsers.set(caller.name, known)
	return known
}

const keyOf = ({ bearer }: Caller): Record<string, string> =>
	bearer === null ? {} : { authorization: `Bearer ${bearer}` }

/** A server's error, or a header or a cookie that the value has written. */
function faultOf(answer: Response): string | null {
	if (answer.status >= 500) return String(answer.status)
	return answer.headers.getSetCookie().some((line) => line.startsWith('wrong=')) ? 'a cookie of its own' : null
}

/** A route's address with one parameter otherwise, each with what is wrong with it. */
function wrongAddresses(route: BuiltRoute): [string, string][] {
	const [path = '', search = ''] = (addresses[route.id] ?? route.path.replace('*', 'nowhere')).split('?')
	const [another = '', anothers = ''] = (theirs[route.id] ?? '').split('?')
	const cases: [string, string][] = []
	for (const name of queryParametersOf(route)) {
		const rest = new URLSearchParams(search)
		rest.delete(name)
		const with_ = (pair: string) => `${path}?${rest.size === 0 ? '' : `${rest}&`}${pair}`
		for (const [what, value] of Object.entries(wrongValues)) cases.push([`${name}: ${what}`, with_(`${name}=${value}`)])
		for (const [what, pair] of Object.entries(wrongLists(name))) cases.push([`${name}: ${what}`, with_(pair)])
		const of = new URLSearchParams(anothers).get(name)
		if (of !== null) cases.push([`${name}: another's`, with_(`${name}=${of}`)])
		cases.push([`${name}: missing`, with_('')])
	}
	const parts = route.path.split('/')
	for (const [at, part] of parts.entries()) {
		if (!part.startsWith(':') && part !== '*') continue
		for (const [what, value] of Object.entries(wrongValues)) {
			const places = path.split('/')
			places[at] = value
			cases.push([`${part}: ${what}`, `${places.join('/')}${search === '' ? '' : `?${search}`}`])
		}
		if (another !== '') cases.push([`${part}: another's`, `${another}${search === '' ? '' : `?${search}`}`])
	}
	return cases
}

const loaders = routes.filter(({ loader }) => loader !== null)
const together = 4

test('the parameters of the pages are found in their sources', () => {
	const found = new Map(routes.map((route) => [route.path, queryParametersOf(route)]))
	expect(found.get('/visits/new/time')).toEqual(expect.arrayContaining(['for', 'with', 'day', 'ask']))
	expect(found.get('/staff/funds')).toEqual(expect.arrayContaining(['from', 'to', 'amount', 'after']))
	expect(loaders.length).toBeGreaterThan(50)
	expect(Object.keys(wrongValues).length).toBeGreaterThan(20)
})

test.each(loaders)(
	'GET $path takes any value of each of its parameters',
	async (route) => {
		const caller = callerOf(route.loader, route.path)
		const browser = await browserOf(caller)
		const ask = (address: string) => browser.get(address, { headers: keyOf(caller) })
		const cases = wrongAddresses(route)
		for (let from = 0; from < cases.length; from += together) {
			const some = cases.slice(from, from + together)
			const faults = await Promise.all(
				some.map(async ([what, address]) => {
					const answer = await ask(address)
					await answer.arrayBuffer()
					const fault = faultOf(answer)
					return fault === null ? [] : [`${what}: ${fault}`]
				}),
			)
			expect.soft(faults.flat()).toEqual([])
		}
	},
	600_000,
)

const forms = Object.entries({ ...acts, ...gateAndCaseActs })

test.each(forms)(
	'POST %s takes any value of each of its fields',
	async (name, make) => {
		const route = routes.find(({ id }) => id === name.replace(/#.*/, ''))
		if (!route) throw new Error(`${name} is of no route`)
		const caller = callerOf(route.action, route.path)
		const browser = await browserOf(caller)
		const send = ({ path, form }: Act, field: string, pair: string) => {
			const fields = new URLSearchParams(form)
			fields.delete(field)
			if (caller.formContext !== null) fields.set(formContextField, caller.formContext)
			return browser.get(path, {
				method: 'POST',
				body: `${fields}&${pair}`,
				headers: {
					...{ origin: web.origin, 'sec-fetch-site': 'same-origin', ...keyOf(caller) },
					'content-type': 'application/x-www-form-urlencoded',
				},
			})
		}
		let act = await make(cast)
		for (const field of Object.keys(act.form)) {
			const pairs = Object.entries(wrongValues).map(([what, value]) => [what, `${field}=${value}`])
			for (const [what = '', pair = ''] of [...pairs, ...Object.entries(wrongLists(field)), ['missing', '']]) {
				const answer = await send(act, field, pair)
				const fault = faultOf(answer)
				expect.soft([field, what, fault]).toEqual([field, what, null])
				if (isDone(await answered(answer, web.origin))) act = await make(cast)
			}
		}
	},
	600_000,
)

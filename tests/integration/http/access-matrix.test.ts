import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { formContextField } from '#app/paths.ts'
import { addVisitor } from '#sandbox/seeds/rows.ts'
import { hidden, ownAddresses } from './access/addresses.ts'
import { type Caller, callersOf } from './access/callers.ts'
import { type Answered, answered, isDone } from './access/cells.ts'
import { gateAndCaseActs } from './access/gate-and-case-acts.ts'
import { differences, type Row, renderTable } from './access/table.ts'
import { type Act, acts, type Cast } from './acts.ts'
import type { WebBrowser } from './browser.ts'
import { type BuiltRoute, builtRoutes, serverBuild } from './built-routes.ts'
import { startWebWithPayments } from './web-with-payments.ts'

// Every role at every door. What they are answered is kept in access-matrix.md: read it there, cell by cell, before -u.

const file = resolve(import.meta.dirname, 'access-matrix.md')
/** Signing out comes last, for a newcomer has nothing else. */
const isSignOut = ({ path }: BuiltRoute) => path.endsWith('/sign-out')
const orderOf = (route: BuiltRoute) => `${isSignOut(route) ? 'last' : 'first'} ${route.path} ${route.id}`
const routes = (await builtRoutes()).sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
const build = await serverBuild()
const web = await startWebWithPayments()
let cast: Cast
let callers: Caller[]
let browsers: Map<Caller, WebBrowser>
let addresses: Record<string, string>
/** What somebody was shown that is another's. */
const leaks: string[] = []

beforeAll(async () => {
	const kariId = await addVisitor(web.db, { givenName: 'Kari', familyName: 'Skjultnes' })
	const { facilities, officers, db } = web
	cast = { db, facilityId: facilities.hal, kariId, perId: officers.per, kari: web.browser(), nora: web.browser() }
	callers = await callersOf(web, kariId)
	browsers = new Map()
	for (const caller of callers) browsers.set(caller, await caller.open())
	addresses = await ownAddresses(cast)
})

async function browserOf(caller: Caller, route: BuiltRoute): Promise<WebBrowser> {
	// Whoever signs out there is gone for all that follows.
	return isSignOut(route) ? caller.open() : (browsers.get(caller) ?? caller.open())
}

const keyOf = ({ bearer }: Caller): Record<string, string> =>
	bearer === null ? {} : { authorization: `Bearer ${bearer}` }

function note(of: string, { name, isAnother }: Caller, { cell, body }: Answered): void {
	if ((isAnother || !/^2/.test(cell)) && hidden.test(body)) leaks.push(`${of}, ${name}: ${cell}`)
}

const isParent = ({ id }: BuiltRoute) => Object.values(build.routes).some((one) => one?.parentId === id)

/** The addresses at which a route is asked for, by what they ask for. */
function askedAs(route: BuiltRoute): { as: string; path: string }[] {
	const module = build.routes[route.id]?.module
	const path = addresses[route.id] ?? route.path.replace('*', 'nowhere')
	if (path.includes(':')) throw new Error(`${route.id} has no address here: give it one in access/addresses.ts`)
	if (!module?.default) return route.loader === null ? [] : [{ as: 'file', path }]
	const [name = '', search = ''] = path.split('?')
	const data = name === '/' ? '/_root.data' : `${name}.data`
	const query = search === '' ? '' : `?${search}`
	const alone = `${data}${query === '' ? '?' : `${query}&`}_routes=${encodeURIComponent(route.id)}`
	const isLayout = Object.values(build.routes).some((one) => one?.parentId === route.id)
	return [
		...(isLayout
			? []
			: [
					{ as: 'page', path },
					{ as: 'data', path: `${data}${query}` },
				]),
		...(route.loader === null ? [] : [{ as: 'alone', path: alone }]),
	]
}

async function gets(route: BuiltRoute): Promise<Row[]> {
	const rows: Row[] = []
	for (const { as, path } of askedAs(route)) {
		const ask = async (caller: Caller) => {
			const browser = await browserOf(caller, route)
			const one = await answered(await browser.get(path, { headers: keyOf(caller) }), web.origin)
			note(`GET ${path}`, caller, one)
			return one.cell
		}
		const cells = await Promise.all(callers.map(ask))
		const isLayout = as === 'alone' && isParent(route)
		rows.push({
			of: `GET ${route.path}${isLayout ? ` (${route.id})` : ''}`,
			who: route.loader ?? 'everyone',
			as,
			cells,
		})
	}
	return rows
}

/** Forms of a route: valid ones where somebody may send one, each with a thing of its own to act on; else an empty one. */
function formsOf(route: BuiltRoute): { step: string; make: (cast: Cast) => Promise<Act> }[] {
	const known = Object.entries({ ...acts, ...gateAndCaseActs }).filter(([name]) => name.replace(/#.*/, '') === route.id)
	if (known.length > 0) return known.map(([name, make]) => ({ step: name.split('#')[1] ?? '', make }))
	return [{ step: 'empty', make: async () => ({ by: 'kari', path: addresses[route.id] ?? route.path, form: {} }) }]
}

async function send(caller: Caller, route: BuiltRoute, { path, form, file }: Act, isData: boolean): Promise<Response> {
	const browser = await browserOf(caller, route)
	const [name = '', search = ''] = path.split('?')
	const query = new URLSearchParams(search)
	const fields = new URLSearchParams(form)
	if (caller.formContext !== null) (file === undefined ? fields : query).set(formContextField, caller.formContext)
	const body = file === undefined ? fields : new FormData()
	if (file !== undefined) body.set('file', new File([file], 'register.csv', { type: 'text/csv' }) as never)
	return browser.postAsIs(`${name}${isData ? '.data' : ''}${query.size === 0 ? '' : `?${query}`}`, body, keyOf(caller))
}

async function posts(route: BuiltRoute): Promise<Row[]> {
	const isPage = build.routes[route.id]?.module.default !== undefined
	const rows: Row[] = []
	for (const { step, make } of formsOf(route)) {
		for (const as of isPage ? ['form', 'data'] : ['form']) {
			const cells: string[] = []
			let act = await make(cast)
			for (const caller of callers) {
				const one = await answered(await send(caller, route, act, as === 'data'), web.origin)
				cells.push(one.cell)
				if (isDone(one)) act = await make(cast)
			}
			const of = `POST ${route.path}${step === '' ? '' : ` ${step}`}`
			rows.push({ of, who: route.action ?? 'everyone', as, cells })
		}
	}
	return rows
}

test('every role is answered at every route as access-matrix.md says', { timeout: 600_000 }, async () => {
	const rows: Row[] = []
	for (const route of routes) rows.push(...(await gets(route)))
	for (const route of routes.filter(({ action }) => action !== null)) rows.push(...(await posts(route)))
	const table = renderTable(
		callers.map(({ name }) => name),
		rows,
	)
	const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
	try {
		await expect(table).toMatchFileSnapshot(file)
	} catch (error) {
		expect(differences(before, table), 'cells of access-matrix.md').toEqual([])
		throw error
	}
})

test('nobody is shown a name of another family or another prison, nor with a refusal', () => {
	expect(leaks).toEqual([])
})

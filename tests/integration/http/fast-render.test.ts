import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, test } from 'vitest'
import { cookies } from '#app/http/cookies.server.ts'
import { locales } from '#app/i18n/locale.ts'
import { formContextField, paths } from '#app/paths.ts'
import { officerRole, visitor } from '#db/schema/index.ts'
import { freePort } from '#sandbox/free-port.ts'
import { acts, type Cast } from './acts.ts'
import { builtRoutes, serverBuild } from './built-routes.ts'
import { startWeb } from './web.ts'

// The same build on the same database, once with its fast path and once as plain Remix: whatever is asked of one is asked of the
// other, and the answers differ in nothing but what is drawn by lot for each.

const web = await startWeb()
expect(web.env.FAST_RENDER).toBeUndefined()
const plain = await startPlain()

async function startPlain(): Promise<string> {
	const port = await freePort()
	const child = spawn(process.execPath, ['server.mjs'], {
		env: { ...web.env, PORT: String(port), FAST_RENDER: 'off' },
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	await once(createInterface({ input: child.stdout }), 'line')
	afterAll(async () => {
		child.kill('SIGTERM')
		await once(child, 'exit')
	})
	return `http://localhost:${port}`
}

const { routes } = await serverBuild()
const frames = new Set(Object.values(routes).map((route) => route?.parentId))
const pages = (await builtRoutes())
	.filter(({ id }) => routes[id]?.module.default !== undefined && !frames.has(id))
	.map(({ path }) => path.replaceAll(/:\w+/g, 'K7QM4TXW29AB').replace('*', 'nowhere'))
const odd = [
	'/VISITS/New',
	'/%76isits',
	'/visits%2Fnew',
	'/visits/',
	'/staff.data',
	'/_root.data',
	'/nothing',
	'/visits/x/y/z',
]

/** Drawn anew for every answer: nonces, the request's id, keys of forms, cookies. Comments are marks that React leaves for its script. */
async function told(answer: Response) {
	const { headers } = answer
	const requestId = headers.get('x-request-id') ?? 'none'
	const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? 'none'
	const settled = (text: string) =>
		text
			.replaceAll(nonce, 'NONCE')
			.replaceAll(requestId, 'REQUEST')
			.replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'KEY')
			.replace(/^<!doctype html>/i, '<!doctype html>')
			.replace(/<!--.*?-->/g, '')
	const own = ['date', 'content-length', 'transfer-encoding', 'connection', 'keep-alive', 'set-cookie']
	return {
		status: answer.status,
		headers: [...headers].filter(([name]) => !own.includes(name)).map(([name, value]) => `${name}: ${settled(value)}`),
		cookies: headers.getSetCookie().map((line) => line.replace(/=[^;]*/, '=')),
		html: settled(await answer.text()),
	}
}

async function expectSame(ask: (origin: string) => Promise<Response>) {
	// At once, so that a cookie that is read once is sent to both.
	const [fast, slow] = await Promise.all([web.origin, plain].map(async (origin) => told(await ask(origin))))
	expect(fast).toEqual(slow)
	if (!fast) throw new Error('Nobody answered')
	return fast
}

await web.db.insert(officerRole).values(
	[web.officers.nora, web.officers.per].map((officerId) => ({
		...{ officerId, facilityId: web.facilities.hal, role: 'finance' as const },
	})),
)
const kari = await web.signedIn('kari')
const nora = await web.signedIn('nora')
const nobody = web.browser()
await nora.post(paths.staff.facility(), { slug: 'hal' })
const [row] = await web.db.select().from(visitor)
const cast: Cast = {
	...{ db: web.db, facilityId: web.facilities.hal, kariId: row?.id ?? '', perId: web.officers.per },
	...{ kari, nora },
}
test('the two ways are what they are called', async () => {
	const whole = await fetch(`${web.origin}/help`)
	const streamed = await fetch(`${plain}/help`)
	expect([whole.headers.has('content-length'), streamed.headers.has('content-length')]).toEqual([true, false])
})

describe('every page of the build is the same both ways', { timeout: 60_000 }, () => {
	test.each([...pages, ...odd])('%s', async (path) => {
		const reader = path.toLowerCase().startsWith('/staff') ? nora : kari
		await expectSame((origin) => reader.get(`${origin}${path}`))
		await expectSame((origin) => nobody.get(`${origin}${path}`))
		await expectSame((origin) => nobody.get(`${origin}${path}`, { method: 'HEAD' }))
		if (!path.endsWith('.data'))
			await expectSame((origin) => reader.get(`${origin}${path.replace(/\/$/, '/_root')}.data`))
	})

	test.each(Object.entries(acts))('%s with something on it, and what an empty form is answered', async (name, make) => {
		const act = await make(cast)
		const by = cast[act.by]
		// A payment's page waits for what becomes of it, unless it is told not to.
		const path = `${act.path}${act.path.includes('?') ? '&' : '?'}wait=no`
		by.setCookie(cookies.language, locales[name.length % locales.length] ?? 'nb')
		await expectSame((origin) => by.get(`${origin}${path}`))
		const field = (await by.formContext(path)) ?? ''
		const form = () => new URLSearchParams({ [formContextField]: field })
		await expectSame((origin) => by.postAsIs(`${origin}${path}`, form(), { origin: web.origin }))
	})
})

test('the calendar among them shows days that may be chosen', async () => {
	const act = await acts['routes/_family.visits_.new.time']?.(cast)
	const { html, status } = await expectSame((origin) => kari.get(`${origin}${act?.path}`))
	expect(status).toBe(200)
	expect(html).toMatch(/<td><a class="day" data-free=""/)
})

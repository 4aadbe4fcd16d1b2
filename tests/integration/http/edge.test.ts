import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { builtRoutes } from './built-routes.ts'
import { chunkedPost, raw } from './raw.ts'
import { startWeb } from './web.ts'

const web = await startWeb()
const host = new URL(web.origin).host
const form = { host, origin: web.origin, 'content-type': 'application/x-www-form-urlencoded' }

const memory = () =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${web.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Machines come here, with a signature or a key of their own. */
const provenOtherwise = [paths.stripeWebhook(), paths.signOutWebhook(), paths.api('register'), paths.phoneUsage()]
const actions = (await builtRoutes())
	.filter(({ action, path }) => action !== null && !provenOtherwise.includes(path))
	.flatMap(({ path }) => [path, `${path}.data`])
	.map((path) => path.replaceAll(/:\w+/g, 'x'))

test.each(actions)('POST %s from another site is refused', async (path) => {
	for (const said of [
		{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
		{ origin: 'null', 'sec-fetch-site': 'cross-site' },
		{ origin: web.origin, 'sec-fetch-site': 'same-site' },
		{ origin: 'null' },
		{ origin: 'https://evil.example' },
		{ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
		{ origin: 'https://evil.example', host: 'evil.example' },
		{},
	]) {
		const answer = await fetch(`${web.origin}${path}`, {
			method: 'POST',
			body: new URLSearchParams({ a: 'b' }),
			headers: said,
			redirect: 'manual',
		})
		expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
	}
	const json = await fetch(`${web.origin}${path}`, {
		method: 'POST',
		body: '{}',
		headers: { 'content-type': 'application/json', origin: web.origin, 'sec-fetch-site': 'same-origin' },
	})
	expect(json.status).toBe(403)
})

test('a host that the caller makes up builds no address', async () => {
	const text = await raw(web.port, [
		`POST /language HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example:1\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\n`,
		`Origin: ${web.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\nConnection: close\r\n\r\nlocale=en`,
	])
	expect(text.status).toBe(303)
	expect(text.text).toMatch(/\r\nlocation: \/\r\n/i)
	expect(text.text).not.toContain('evil.example')
})

test("the framework's old and inner doors are shut", async () => {
	for (const path of [
		'/?_data=root',
		'/me?_data=routes%2F_family.me._index',
		'/__manifest',
		'/__manifest?p=/staff&version=1',
		'/staff.data?_routes=nowhere',
	]) {
		expect((await fetch(`${web.origin}${path}`)).status).toBe(404)
	}
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is no method of ours', async (method) => {
	const answer = await raw(web.port, [`${method} /me HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`])
	expect(answer.status).toBe(405)
	expect(answer.text).toMatch(/allow: GET, HEAD, POST/i)
})

test('a body of two megabytes is cut off as it comes, whatever its header says', async () => {
	const before = memory()
	const many = await Promise.all(
		Array.from({ length: 20 }, () => raw(web.port, chunkedPost('/sign-in', form, 2 * 1024 * 1024))),
	)
	for (const answer of many) {
		expect(answer.status).toBe(413)
		expect(answer.text).toContain('for stort')
	}
	const declared = await raw(web.port, [
		`POST /sign-in HTTP/1.1\r\n${head({ ...form, 'content-length': '200000000' })}\r\n\r\n`,
	])
	expect(declared.status).toBe(413)
	expect(memory() - before).toBeLessThan(60)
})

test('who sends too much reads the whole refusal, however much is still to come', async () => {
	const megabyte = 1024 * 1024
	const body = function* (declared: number) {
		yield `POST /sign-in HTTP/1.1\r\n${head({ ...form, 'content-length': String(declared) })}\r\n\r\n`
		for (let sent = 0; sent < declared; sent += megabyte) yield Buffer.alloc(megabyte, 'a')
	}
	const senders = Array.from({ length: 5 }, () => [
		raw(web.port, body(16 * megabyte), 0, true),
		raw(web.port, chunkedPost('/sign-in', form, 16 * megabyte), 0, true),
	])
	const answers = await Promise.all(senders.flat())
	const whole = answers.map(({ status, text }) => {
		const [lines = '', page = ''] = text.split('\r\n\r\n')
		return [status, Buffer.byteLength(page) === Number(/content-length: (\d+)/i.exec(lines)?.[1])]
	})
	expect(whole).toEqual(answers.map(() => [413, true]))
})

test('who never stops sending is cut off all the same', async () => {
	const endless = function* () {
		yield `POST /sign-in HTTP/1.1\r\n${head({ ...form, 'transfer-encoding': 'chunked' })}\r\n\r\n`
		for (;;) yield `10000\r\n${'a'.repeat(0x10000)}\r\n`
	}
	const answer = await raw(web.port, endless())
	expect(answer.status).toBe(413)
	expect(answer.ms).toBeLessThan(10_000)
})

test('a small body that comes in chunks is taken', async () => {
	const answer = await raw(
		web.port,
		[
			`POST /language HTTP/1.1\r\n${head({ ...form, 'transfer-encoding': 'chunked', connection: 'close' })}\r\n\r\n`,
			'6\r\nlocale\r\n',
			'3\r\n=en\r\n0\r\n\r\n',
		],
		20,
	)
	expect(answer.status).toBe(303)
})

test('a GET with a body, a head without an end and a header without measure are refused', async () => {
	expect(
		(await raw(web.port, [`GET / HTTP/1.1\r\n${head({ host, 'content-length': '5' })}\r\n\r\nhello`])).status,
	).toBe(400)
	expect(
		(await raw(web.port, [`GET / HTTP/1.1\r\n${head({ host, cookie: 'x'.repeat(40_000) })}\r\n\r\n`])).status,
	).toBe(431)
})

test('who sends slowly is cut off', { timeout: 40_000 }, async () => {
	const [slowHead, slowBody] = await Promise.all([
		raw(web.port, [`GET / HTTP/1.1\r\n`, ...Array.from({ length: 100 }, (_, n) => `X-${n}: y\r\n`)], 300),
		raw(
			web.port,
			[
				`POST /sign-in HTTP/1.1\r\n${head({ ...form, 'content-length': '100' })}\r\n\r\n`,
				...Array.from({ length: 100 }, () => 'a'),
			],
			400,
		),
	])
	expect([slowHead.status, slowBody.status]).toEqual([408, 408])
	expect(slowHead.ms).toBeLessThan(16_000)
	expect(slowBody.ms).toBeLessThan(20_000)
})

test('every answer has the headers that protect it, and nothing but hashed files may be kept', async () => {
	const css = /href="(\/assets\/[^"]+\.css)"/.exec(await (await fetch(`${web.origin}/`)).text())?.[1] ?? ''
	const kari = await web.signedIn('kari')
	const answers = {
		page: await fetch(`${web.origin}/`),
		signedIn: await kari.get('/me'),
		data: await kari.get('/me.data'),
		redirect: await fetch(`${web.origin}/me`, { redirect: 'manual' }),
		notFound: await fetch(`${web.origin}/nowhere`),
		refusedPath: await fetch(`${web.origin}/%5c`),
		refusedForm: await fetch(`${web.origin}/sign-in`, { method: 'POST' }),
		badForm: await kari.post('/me', { email: 'x' }),
		health: await fetch(`${web.origin}/health/ready`),
		file: await fetch(`${web.origin}/favicon.svg`),
		style: await fetch(`${web.origin}${css}`),
		method: await fetch(`${web.origin}/`, { method: 'DELETE' }),
	}
	for (const [name, { headers }] of Object.entries(answers)) {
		const told = Object.fromEntries(headers)
		expect(told, name).toMatchObject({
			'cache-control': name === 'style' ? 'public, max-age=31536000, immutable' : 'no-store',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'referrer-policy': 'same-origin',
			'strict-transport-security': 'max-age=63072000; includeSubDomains',
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
		})
		expect(told['x-powered-by'], name).toBeUndefined()
		const policy = told['content-security-policy'] ?? ''
		expect(policy, name).toContain("default-src 'none'")
		expect(policy, name).toContain("frame-ancestors 'none'")
		expect(policy, name).toContain(`form-action 'self' ${new URL(web.identity.url).origin}`)
		expect(policy, name).not.toContain(new URL(web.identity.family.issuer).origin)
		expect(policy, name).not.toContain('unsafe')
	}
	const nonces = await Promise.all(
		[1, 2].map(
			async () =>
				/'nonce-([^']+)'/.exec((await fetch(`${web.origin}/`)).headers.get('content-security-policy') ?? '')?.[1],
		),
	)
	expect(nonces[0]).not.toBe(nonces[1])
	expect(await (await fetch(`${web.origin}/`)).text()).not.toMatch(/ style=|<script(?![^>]*nonce)| on\w+=/)
})

test('files are sent packed, known by their content, and only those that pages ask for', async () => {
	const css = /href="(\/assets\/[^"]+\.css)"/.exec(await (await fetch(`${web.origin}/`)).text())?.[1] ?? ''
	const packed = await fetch(`${web.origin}${css}`, { headers: { 'accept-encoding': 'br' } })
	expect(packed.headers.get('content-encoding')).toBe('br')
	expect((await packed.text()).length).toBeGreaterThan(1_000)
	const tag = packed.headers.get('etag') ?? ''
	expect((await fetch(`${web.origin}${css}`, { headers: { 'if-none-match': tag } })).status).toBe(304)
	for (const path of [
		'/assets/',
		'/assets/../server/index.js',
		'/.vite/manifest.json',
		'/server/index.js',
		'/package.json',
		'/.env',
	]) {
		expect([400, 404]).toContain((await fetch(`${web.origin}${path}`)).status)
	}
})

test("an error shows the request's id and nothing of the error", async () => {
	await web.db.$client`alter table web_session rename to web_session_gone`
	try {
		const cookie = `__Host-samvaer=${'A'.repeat(43)}`
		for (const path of ['/me', '/me.data', '/sign-out', '/']) {
			const answer = await fetch(`${web.origin}${path}`, {
				headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
				method: path === '/sign-out' ? 'POST' : 'GET',
			})
			const text = await answer.text()
			expect([path, answer.status]).toEqual([path, 500])
			expect(text).not.toMatch(/web_session|relation|select|postgres|node_modules|at async|Error:/i)
			const id = answer.headers.get('x-request-id') ?? ''
			await expect.poll(() => web.log.some((line) => line.requestId === id && line.level === 'error')).toBe(true)
			if (path === '/' || path === '/me') expect(text).toContain(id)
		}
	} finally {
		await web.db.$client`alter table web_session_gone rename to web_session`
	}
})

test('nothing of people stands in the log', async () => {
	// Lines come some at a time, and in order: with this one there, all before it are.
	const id = (await fetch(`${web.origin}/help`)).headers.get('x-request-id')
	await expect.poll(() => web.log.some(({ requestId }) => requestId === id)).toBe(true)
	const text = JSON.stringify(web.log)
	expect(text).not.toMatch(/\?|Kari|kari@|(?<!\d)\d{11}(?!\d)/)
})

function head(headers: Record<string, string>): string {
	return Object.entries(headers)
		.map(([name, value]) => `${name}: ${value}`)
		.join('\r\n')
}

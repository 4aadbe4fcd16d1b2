import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PhoneSystemError, pushesCredits } from '#app/integrations/phone-system/push.server.ts'
import { isSigned } from '#app/integrations/phone-system/signature.server.ts'
import type { PhoneSystem } from '#app/integrations/phone-system.server.ts'
import { type Phone, startPhoneSystem } from '#sandbox/phone-system/start.ts'

const secret = 'a-secret-of-the-credits-of-tests-0001'
const quick = { attemptMs: 10_000, pauseMs: 1, tries: 3 }

let folder: string
let system: Phone
let phone: PhoneSystem

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'samvaer-phone-'))
	system = await start()
	phone = pushesCredits({ url: new URL(system.creditsUrl), secret }, quick)
})

afterEach(async () => {
	await system.stop()
	await rm(folder, { recursive: true })
})

const start = (port?: number) =>
	startPhoneSystem({
		environment: 'test',
		file: join(folder, 'phone.json'),
		secret,
		usageUrl: 'http://127.0.0.1:1/',
		usageSecret: 'never',
		now: async () => new Date(),
		...(port === undefined ? {} : { port }),
	})

const manner = (manner: string) =>
	fetch(`${system.url}manner`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ manner }) })
const seen = async (): Promise<{ credits: { id: string; ore: number }[] }> =>
	(await fetch(system.url, { headers: { accept: 'application/json' } })).json()

/** A phone system of the test's own. */
async function serve(listener: RequestListener, patience = quick) {
	const server = createServer(listener)
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	const address = server.address()
	const url = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/credits`)
	return {
		phone: pushesCredits({ url, secret }, patience),
		stop: () => {
			server.closeAllConnections()
			server.close()
		},
	}
}

test('a credit is accepted, once by its id however often it comes, also after a restart', async () => {
	const id = randomUUID()
	expect(await phone.credit(id, 'F-1001', 20_000)).toBe('accepted')
	expect(await phone.credit(id, 'F-1001', 20_000)).toBe('accepted')
	await system.stop()
	system = await start(system.port)
	expect(await phone.credit(id, 'F-1001', 20_000)).toBe('accepted')
	expect((await seen()).credits).toEqual([{ id, prisoner: 'F-1001', ore: 20_000, state: 'accepted' }])
	expect(await phone.credit(randomUUID(), 'F-1001', -5_000)).toBe('accepted')
	expect(await (await fetch(system.url)).text()).toContain('F-1001: 150 kr satt inn')
})

test('the same id with another sum is refused, and changes nothing', async () => {
	const id = randomUUID()
	await phone.credit(id, 'F-1001', 20_000)
	expect(await phone.credit(id, 'F-1001', 90_000)).toBe('refused')
	expect((await seen()).credits.map((one) => one.ore)).toEqual([20_000])
})

test('what waits is pending, and accepted once the phone system has made up its mind', async () => {
	await manner('waits')
	const id = randomUUID()
	expect(await phone.credit(id, 'F-1001', 20_000)).toBe('pending')
	expect(await phone.credit(id, 'F-1001', 20_000)).toBe('pending')
	await manner('accepts')
	expect(await phone.credit(id, 'F-1001', 20_000)).toBe('accepted')
	await manner('refuses')
	expect(await phone.credit(randomUUID(), 'F-1002', 20_000)).toBe('refused')
})

test('a fault, silence and a closed door tell nothing of the credit', async () => {
	for (const how of ['fails', 'silent']) {
		await manner(how)
		await expect(phone.credit(randomUUID(), 'F-1001', 20_000), how).rejects.toThrow(PhoneSystemError)
	}
	expect((await seen()).credits).toEqual([])
	await system.stop()
	await expect(phone.credit(randomUUID(), 'F-1001', 20_000)).rejects.toThrow(PhoneSystemError)
	system = await start(system.port)
})

test('a server that fails, then hangs, then answers, is asked three times with one id', async () => {
	const keys: string[] = []
	const hangs: RequestListener = (request, response) => {
		keys.push(String(request.headers['idempotency-key']))
		if (keys.length === 1) response.writeHead(502).end()
		else if (keys.length === 3) response.writeHead(200).end('{"state":"accepted"}')
	}
	const slow = await serve(hangs, { ...quick, attemptMs: 1_500 })
	const id = randomUUID()
	expect(await slow.phone.credit(id, 'F-1001', 20_000)).toBe('accepted')
	expect(keys).toEqual([id, id, id])
	slow.stop()
})

test.each([400, 409, 410, 422])(
	'an answer about the credit itself (%i) is final, and not asked twice',
	async (status) => {
		let asked = 0
		const other = await serve((_request, response) => {
			asked++
			response.writeHead(status).end()
		})
		expect(await other.phone.credit(randomUUID(), 'F-1001', 20_000)).toBe('refused')
		expect(asked).toBe(1)
		other.stop()
	},
)

test.each<[string, number, string]>([
	['a wrong secret', 401, ''],
	['a wrong address', 404, ''],
	['too many at once', 429, ''],
	['a door shut', 403, ''],
	['a page instead of an answer', 200, '<html>'],
	['a state that nobody knows', 200, '{"state":"perhaps"}'],
	['a way round', 302, ''],
	['too long an answer', 200, `{"state":"accepted","x":"${'x'.repeat(11_000)}"}`],
])('%s (%i) gives nobody their money back', async (_what, status, body) => {
	const other = await serve((_request, response) => {
		response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(body)
	})
	await expect(other.phone.credit(randomUUID(), 'F-1001', 20_000)).rejects.toThrow(PhoneSystemError)
	other.stop()
})

test('the phone system takes nothing that another secret signed', async () => {
	const stranger = pushesCredits({ url: new URL(system.creditsUrl), secret: `${secret}x` }, quick)
	await expect(stranger.credit(randomUUID(), 'F-1001', 20_000)).rejects.toThrow('answer 401')
	expect((await seen()).credits).toEqual([])
})

test('what is told is the id, the prisoner and the sum, signed over time and body', async () => {
	let told: { body: string; signature: string } | null = null
	const other = await serve((request, response) => {
		let body = ''
		request.on('data', (chunk: Buffer) => {
			body += chunk.toString('utf8')
		})
		request.on('end', () => {
			told = { body, signature: String(request.headers['samvaer-signature']) }
			response.end('{"state":"accepted"}')
		})
	})
	const id = randomUUID()
	await other.phone.credit(id, 'F-1001', 20_000)
	other.stop()
	expect(told).not.toBeNull()
	const { body, signature } = told ?? { body: '', signature: '' }
	expect(JSON.parse(body)).toEqual({ id, prisoner: 'F-1001', ore: 20_000, currency: 'NOK' })
	const now = Date.now()
	const holds = (at: number, text = body, key = secret) => isSigned(text, signature, [key], new Date(at))
	expect(holds(now)).toBe(true)
	expect(holds(now + 299_000)).toBe(true)
	expect(holds(now + 302_000)).toBe(false)
	expect(holds(now - 302_000)).toBe(false)
	expect(holds(now, `${body} `)).toBe(false)
	expect(holds(now, body, `${secret}x`)).toBe(false)
	for (const odd of ['', 't=1', signature.slice(0, -1), `${signature},v1=00`, signature.replace('t=', 't=9')])
		expect(isSigned(body, odd, [secret], new Date(now)), odd).toBe(false)
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '#sandbox/free-port.ts'
import { startWeb } from './web.ts'

const web = await startWeb()

async function runWith(env: Record<string, string | undefined>): Promise<{ code: number | null; said: string }> {
	const child = spawn(process.execPath, ['server.mjs'], {
		env: { ...web.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	let said = ''
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (chunk: Buffer) => {
			said += chunk.toString('utf8')
		})
	const [code] = await once(child, 'close')
	return { code: typeof code === 'number' ? code : null, said }
}

test('a configuration that cannot be used is named, its values are not, and the process ends', async () => {
	const broken = await runWith({ PUBLIC_ORIGIN: 'nowhere', PID_KEYS: 'k1:secretsecret', SMTP_URL: undefined })
	expect(broken.code).toBe(1)
	for (const name of ['PUBLIC_ORIGIN', 'PID_KEYS', 'SMTP_URL']) expect(broken.said).toContain(name)
	expect(broken.said).not.toContain('secretsecret')
	expect((await runWith({ NODE_ENV: 'development' })).said).toContain('NODE_ENV')
	const production = await runWith({ SAMVAER_ENV: 'production' })
	expect([production.code, production.said]).toEqual([
		1,
		expect.stringContaining('FAMILY_OIDC_ISSUER: must be https in production'),
	])
})

test('a database that is not there is told in a page, and readiness with it', async () => {
	const port = await freePort()
	const child = spawn(process.execPath, ['server.mjs'], {
		env: { ...web.env, PORT: String(port), DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' },
		stdio: ['ignore', 'pipe', 'ignore'],
	})
	onTestFinished(() => void child.kill('SIGKILL'))
	const lines: string[] = []
	createInterface(child.stdout).on('line', (line) => lines.push(line))
	const at = `http://127.0.0.1:${port}`
	// It may say that there is no database before it listens.
	const isLive = () =>
		fetch(`${at}/health/live`).then(
			({ ok }) => ok,
			() => false,
		)
	await expect.poll(isLive, { timeout: 30_000 }).toBe(true)
	const ready = await fetch(`${at}/health/ready`)
	expect([ready.status, await ready.text()]).toEqual([503, ''])
	expect((await fetch(`${at}/help`)).status).toBe(200)
	const page = await fetch(`${at}/me`, { headers: { cookie: `__Host-samvaer=${'A'.repeat(43)}` } })
	expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5'])
	expect(await page.text()).toContain('ikke tilgjengelig akkurat nå')
	child.kill('SIGTERM')
	expect(await once(child, 'close')).toEqual([0, null])
	// Lines go out some at a time; at the end none is left behind.
	const said = lines.map((line) => JSON.parse(line))
	expect(said).toContainEqual(expect.objectContaining({ msg: 'answered', path: '/me', status: 503 }))
	expect(said.at(-1)).toMatchObject({ msg: 'stopping', signal: 'SIGTERM' })
})

test('a burst at the door of one address is stopped, whatever address it claims to have', async () => {
	const knock = (n: number) =>
		fetch(`${web.origin}/sign-in/callback?state=x`, { headers: { 'x-forwarded-for': `10.0.0.${n % 250}` } })
	const statuses = new Map<number, number>()
	for (let n = 0; n < 310; n += 10) {
		const answers = await Promise.all(Array.from({ length: 10 }, (_, m) => knock(n + m)))
		for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1)
	}
	expect(Object.fromEntries(statuses)).toEqual({ 400: 300, 429: 10 })
	const stopped = await knock(0)
	expect(stopped.headers.get('retry-after')).toBe('600')
	expect(await stopped.text()).toContain('mange forsøk')
	expect((await fetch(`${web.origin}/sign-in`)).status).toBe(200)
})

/** Asks over and over on connections that stay open, until nobody takes them any more; what came of it each time. */
async function keepAsking(): Promise<string[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 })
	const came: string[] = []
	while (came.at(-1) !== 'ECONNREFUSED') {
		const asked = request({ port: web.port, host: '127.0.0.1', path: '/health/live', agent })
		came.push(
			await new Promise<string>((resolve) => {
				// One who knocks at the very moment that the door shuts is not let in; that is no answer broken off.
				asked.once('error', ({ code }: NodeJS.ErrnoException) =>
					resolve(asked.reusedSocket ? `${code}` : 'ECONNREFUSED'),
				)
				asked.once('response', (answer) => {
					answer.resume().once('end', () => resolve(String(answer.statusCode)))
				})
				asked.end()
			}),
		)
	}
	agent.destroy()
	return came
}

const isRefused = () =>
	fetch(`${web.origin}/health/live`).then(
		() => false,
		({ cause }) => cause?.code === 'ECONNREFUSED',
	)

test('told to stop, it answers what is under way, cuts nobody off, and ends well', async () => {
	expect((await fetch(`${web.origin}/health/ready`)).status).toBe(200)
	const silent = connect(web.port, '127.0.0.1')
	await once(silent, 'connect')
	const busy = Array.from({ length: 10 }, keepAsking)
	// A form whose body is still on its way when the signal comes.
	const slow = request({
		port: web.port,
		host: '127.0.0.1',
		method: 'POST',
		path: '/language',
		headers: {
			...{ origin: web.origin, 'content-type': 'application/x-www-form-urlencoded', 'content-length': '9' },
			expect: '100-continue',
		},
	})
	slow.flushHeaders()
	await once(slow, 'continue')
	slow.write('loca')
	const began = performance.now()
	web.child.kill('SIGTERM')
	const ended = once(web.child, 'exit')
	await expect.poll(async () => (await fetch(`${web.origin}/health/ready`)).status).toBe(503)
	// Nobody else is let in any more.
	await expect.poll(isRefused, { timeout: 10_000 }).toBe(true)
	slow.end('le=en')
	const [answer] = await once(slow, 'response')
	expect([answer.statusCode, answer.headers.connection]).toEqual([303, 'close'])
	expect(await ended).toEqual([0, null])
	expect(performance.now() - began).toBeLessThan(8_000)
	expect(new Set((await Promise.all(busy)).flat())).toEqual(new Set(['200', 'ECONNREFUSED']))
	silent.destroy()
})

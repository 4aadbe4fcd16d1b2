import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
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
	const { freePort } = await import('#sandbox/free-port.ts')
	const port = await freePort()
	const child = spawn(process.execPath, ['server.mjs'], {
		env: { ...web.env, PORT: String(port), DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' },
		stdio: ['ignore', 'pipe', 'ignore'],
	})
	await once(child.stdout, 'data')
	const at = `http://127.0.0.1:${port}`
	expect((await fetch(`${at}/health/live`)).status).toBe(200)
	const ready = await fetch(`${at}/health/ready`)
	expect([ready.status, await ready.text()]).toEqual([503, ''])
	expect((await fetch(`${at}/help`)).status).toBe(200)
	const page = await fetch(`${at}/me`, { headers: { cookie: `__Host-samvaer=${'A'.repeat(43)}` } })
	expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5'])
	expect(await page.text()).toContain('ikke tilgjengelig akkurat nå')
	child.kill('SIGTERM')
	expect(await once(child, 'exit')).toEqual([0, null])
})

test('told to stop, it answers what is under way, takes nothing new, and ends well', async () => {
	expect((await fetch(`${web.origin}/health/ready`)).status).toBe(200)
	const idle = connect(web.port, '127.0.0.1')
	await once(idle, 'connect')
	// A form whose body is still on its way when the signal comes.
	const slow = request({
		port: web.port,
		host: '127.0.0.1',
		method: 'POST',
		path: '/language',
		headers: { origin: web.origin, 'content-type': 'application/x-www-form-urlencoded', 'content-length': '9' },
	})
	slow.write('loca')
	await new Promise((later) => setTimeout(later, 200))
	const began = performance.now()
	web.child.kill('SIGTERM')
	const ended = once(web.child, 'exit')
	await new Promise((later) => setTimeout(later, 300))
	slow.end('le=en')
	const [answer] = await once(slow, 'response')
	expect([answer.statusCode, answer.headers.connection]).toEqual([303, 'close'])
	expect(await ended).toEqual([0, null])
	expect(performance.now() - began).toBeLessThan(5_000)
	await expect(fetch(`${web.origin}/health/live`)).rejects.toThrow()
	idle.destroy()
})

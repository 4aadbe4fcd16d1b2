import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '#sandbox/free-port.ts'
import { startWeb } from './web.ts'

const web = await startWeb()

/** An issuer that says of itself what it is told to; nothing is there until it is opened. */
async function issuerOf(change: object) {
	const port = await freePort()
	const issuer = `http://127.0.0.1:${port}`
	const document = { issuer, authorization_endpoint: `http://127.0.0.2:${port}/authorize`, ...change }
	const server = createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document))
	})
	onTestFinished(() => void server.close())
	const open = async () => {
		server.listen(port, '127.0.0.1')
		await once(server, 'listening')
	}
	return { issuer, endpoints: `http://127.0.0.2:${port}`, open }
}

function startWith(env: Record<string, string>) {
	const child = spawn(process.execPath, ['server.mjs'], {
		env: { ...web.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	onTestFinished(() => void child.kill('SIGKILL'))
	return child
}

test('an issuer whose endpoints cannot be used stops the start, by the name of its setting', async () => {
	const { issuer, open } = await issuerOf({ authorization_endpoint: undefined })
	await open()
	const child = startWith({ STAFF_OIDC_ISSUER: issuer, PORT: '0' })
	let said = ''
	child.stderr.on('data', (chunk: Buffer) => {
		said += chunk.toString('utf8')
	})
	expect(await once(child, 'close')).toEqual([1, null])
	expect(said).toContain('STAFF_OIDC_ISSUER: the issuer names no authorization_endpoint')
})

test('an issuer that is away at the start keeps nobody out who is signed in, and serves when it is back', async () => {
	const { issuer, endpoints, open } = await issuerOf({})
	const port = await freePort()
	const kari = await web.signedIn('kari')
	const child = startWith({ FAMILY_OIDC_ISSUER: issuer, PORT: String(port) })
	const lines: string[] = []
	createInterface(child.stdout).on('line', (line) => lines.push(line))
	await expect.poll(() => lines.some((line) => line.includes('"listening"')), { timeout: 15_000 }).toBe(true)
	expect(lines.join()).toContain('FAMILY_OIDC_ISSUER: the issuer cannot be discovered')

	const at = `http://127.0.0.1:${port}`
	const cookie = `__Host-samvaer=${kari.cookie('__Host-samvaer')}`
	expect((await fetch(`${at}/me`, { headers: { cookie } })).status).toBe(200)
	const away = await fetch(`${at}/sign-in?to=/visits`)
	const page = await away.text()
	expect(away.status).toBe(503)
	expect(page).toContain('href="/sign-in?to=%2Fvisits"')
	expect(page).not.toContain('action="/sign-in')

	await open()
	const back = await fetch(`${at}/sign-in`)
	expect(back.status).toBe(200)
	expect(back.headers.get('content-security-policy')).toContain(`form-action 'self' ${endpoints}`)
	expect(back.headers.get('content-security-policy')).not.toContain(issuer)
})

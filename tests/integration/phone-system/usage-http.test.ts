import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signatureOf } from '#app/integrations/phone-system/signature.server.ts'
import { phoneCall } from '#db/schema/index.ts'
import { type Phone, startPhoneSystem } from '#sandbox/phone-system/start.ts'
import { addPrisoner } from '#sandbox/seeds/rows.ts'
import { startWeb } from '../http/web.ts'

const usageSecret = 'a-secret-of-the-reports-of-tests-0001'

const web = await startWeb({
	NODE_ENV: 'production',
	PHONE_USAGE_SECRETS: `an-older-secret-of-the-reports-000001,${usageSecret}`,
})
let folder: string
let phone: Phone

beforeAll(async () => {
	await addPrisoner(web.db, { number: 'F-1001', facilityId: web.facilities.hal })
	folder = await mkdtemp(join(tmpdir(), 'samvaer-usage-'))
	phone = await startPhoneSystem({
		environment: 'test',
		file: join(folder, 'phone.json'),
		secret: 'unused',
		usageUrl: `http://127.0.0.1:${web.port}/api/v1/phone-usage`,
		usageSecret,
		now: async () => new Date(),
	})
})

afterAll(async () => {
	await phone.stop()
	await rm(folder, { recursive: true })
})

const post = (body: string, headers: Record<string, string> = {}) =>
	fetch(`http://127.0.0.1:${web.port}/api/v1/phone-usage`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body,
	})
const signed = (body: string) => ({ 'samvaer-signature': signatureOf(body, usageSecret, new Date()) })
const callsBooked = async () => (await web.db.select().from(phoneCall)).map((row) => row.callId).sort()

test('a phone system elsewhere reports calls, and is answered line by line', async () => {
	const endedAt = new Date().toISOString()
	const body = JSON.stringify({
		calls: [
			{ id: 'h-1', prisoner: 'F-1001', minutes: 3, endedAt },
			{ id: 'h-2', prisoner: 'F-0000', minutes: 3, endedAt },
		],
	})
	const answer = await post(body, signed(body))
	expect(answer.status).toBe(200)
	expect(answer.headers.get('cache-control')).toContain('no-store')
	expect(await answer.json()).toEqual({
		calls: [
			{ id: 'h-1', state: 'booked' },
			{ id: 'h-2', state: 'refused', error: 'no-such-prisoner' },
		],
	})
	expect(await callsBooked()).toEqual(['h-1'])
})

test('what is not signed, not readable or too much is refused, and books nothing', async () => {
	const before = await callsBooked()
	const unsigned = await post('{"calls":[]}')
	expect(unsigned.status).toBe(401)
	expect(await unsigned.json()).toEqual({ error: 'unsigned' })
	const unreadable = await post('no json', signed('no json'))
	expect(unreadable.status).toBe(400)
	expect(await unreadable.json()).toEqual({ error: 'unreadable' })
	const many = JSON.stringify({ calls: Array.from({ length: 1_001 }, (_, id) => ({ id: `x-${id}` })) })
	expect((await post(many, signed(many))).status).toBe(413)
	const huge = 'x'.repeat(1024 * 1024 + 1)
	expect((await post(huge, signed(huge))).status).toBe(413)
	expect(await callsBooked()).toEqual(before)
	await expect.poll(() => web.log.some((line) => line.reason === 'phone-usage unsigned')).toBe(true)
})

test('a report of a thousand calls fits', async () => {
	const endedAt = '2026-01-01T12:00:00.000+01:00'
	const calls = Array.from({ length: 1_000 }, (_, index) => ({
		id: `a-call-with-quite-a-long-name-${index}`,
		prisoner: 'F-0000',
		minutes: 10,
		endedAt,
	}))
	const body = JSON.stringify({ calls })
	expect(body.length).toBeGreaterThan(64 * 1024)
	const answer = await post(body, signed(body))
	expect(answer.status).toBe(200)
	const told: { calls: { state: string }[] } = await answer.json()
	expect(told.calls).toHaveLength(1_000)
})

test('the stand-in reports a call by its page, and once more what was not taken', async () => {
	const form = new URLSearchParams({ prisoner: 'F-1001', minutes: '12' })
	const before = (await callsBooked()).length
	expect((await fetch(`${phone.url}calls`, { method: 'POST', body: form, redirect: 'manual' })).status).toBe(303)
	expect((await fetch(`${phone.url}calls`, { method: 'POST', body: form, redirect: 'manual' })).status).toBe(303)
	expect(await callsBooked()).toHaveLength(before + 2)
	expect(await (await fetch(phone.url)).text()).toContain('F-1001, 12 min: booked')
})

test('the command books a file, says what it did, and fails when a line is wrong', async () => {
	const run = promisify(execFile)
	const file = join(folder, 'calls.csv')
	const command = (...args: string[]) =>
		run(process.execPath, ['build/worker/phone-usage.js', ...args], { env: { ...web.env, NODE_ENV: 'production' } })
	const yesterday = new Date(Date.now() - 86_400_000).toISOString()
	await writeFile(file, `id;prisoner;minutes;endedAt\nk-1;F-1001;7;${yesterday}\n`)
	expect((await command(file)).stdout).toBe('1 booked, 0 known before, 0 refused\n')
	await writeFile(file, `id;prisoner;minutes;endedAt\nk-1;F-1001;7;${yesterday}\nk-2;F-0000;7;${yesterday}\n`)
	await expect(command(file)).rejects.toMatchObject({
		code: 1,
		stdout: '0 booked, 1 known before, 1 refused\n',
		stderr: 'line 3, call k-2: no-such-prisoner\n',
	})
	await expect(command()).rejects.toMatchObject({ code: 2 })
	await expect(command(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 1 })
})

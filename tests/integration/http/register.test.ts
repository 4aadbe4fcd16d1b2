import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { registerImports } from '#app/jobs/register-imports.server.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import { formContextField, paths } from '#app/paths.ts'
import { createFacilityKey } from '#app/services/register/facility-key.server.ts'
import { csv } from '../register/files.ts'
import { startWeb } from './web.ts'

const web = await startWeb()
const url = `${web.origin}/api/v1/register`
const ctx = { db: web.db, now: new Date(), actor: { kind: 'system' as const }, requestId: null }
const hal = await createFacilityKey(ctx, { facility: 'hal', name: 'Nightly' })
const bjo = await createFacilityKey(ctx, { facility: 'bjo', name: 'Nightly' })
const nora = await web.signedIn('nora')
const per = await web.signedIn('per')

const memory = () =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${web.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
	const said = { authorization: `Bearer ${hal.token}`, 'content-type': 'text/csv', 'idempotency-key': 'k', ...headers }
	return fetch(url, { method: 'POST', body, headers: said })
}

test('nobody sends a file without a key, whatever else they have', async () => {
	for (const authorization of ['', 'Bearer', `Bearer ${hal.token}x`, `Basic ${hal.token}`, `Bearer ${hal.ref}`]) {
		const answer = await post(csv({}), { authorization })
		expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
	}
	// An officer's session is no key: a page of another site could send it.
	const cookie = `__Host-samvaer-staff=${nora.cookie('__Host-samvaer-staff')}`
	expect((await post(csv({}), { authorization: '', cookie })).status).toBe(401)
	expect((await fetch(`${url}/X`, { headers: { cookie } })).status).toBe(401)
})

test('a file is taken in, carried out by the worker and told of, to its own facility', async () => {
	const file = csv({ number: 'WEB-1' }, { number: 'WEB-2', unit: '=X' })
	const first = await post(file, { 'idempotency-key': 'one' })
	expect(first.status).toBe(202)
	const { ref, status } = await first.json()
	expect(first.headers.get('location')).toBe(`/api/v1/register/${ref}`)
	expect(await (await post(file, { 'idempotency-key': 'one' })).json()).toEqual({ ref, status, again: true })
	expect((await post(csv({ number: 'WEB-3' }), { 'idempotency-key': 'one' })).status).toBe(409)
	await runDue(web.db, new Date(), { work: [registerImports] })
	const ask = (token: string, accept = 'application/json') =>
		fetch(`${web.origin}${status}`, { headers: { authorization: `Bearer ${token}`, accept } })
	expect(await (await ask(hal.token)).json()).toMatchObject({ state: 'done', lines: 2, added: 1, bad: 1 })
	const report = await ask(hal.token, 'text/csv')
	expect(report.headers.get('content-type')).toBe('text/csv; charset=utf-8')
	expect(await report.text()).toContain('3;unit;unknown-unit;')
	expect((await ask(bjo.token)).status).toBe(404)
})

test('what is not a register file is refused by its head', async () => {
	expect((await post(csv({}), { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
	expect((await post(csv({}), { 'idempotency-key': '' })).status).toBe(400)
	expect((await post('', { 'idempotency-key': 'empty' })).status).toBe(400)
	expect((await post('x', { 'content-length': '1' })).status).toBe(202)
})

test('a file past the limit is refused as it comes, and never held in memory', async () => {
	const before = memory()
	const line = `${'x'.repeat(1023)}\n`
	const answer = await post(line.repeat(17 * 1024), { 'idempotency-key': 'long' })
	expect(answer.status).toBe(413)
	expect((await post(line.repeat(21 * 1024), { 'idempotency-key': 'longer' })).status).toBe(413)
	expect(memory() - before).toBeLessThan(150)
	// Nothing of it stays.
	const left = await web.db.query.registerImport.findMany()
	expect(left.map(({ idempotencyKey }) => idempotencyKey)).not.toContain('long')
})

test('only these two places take more than a form', async () => {
	const big = new URLSearchParams({ q: 'x'.repeat(100_000) })
	for (const path of ['/api/v1/register/X', '/staff/facility', '/api/v1/other', '/staff/register.data']) {
		const headers = { origin: web.origin, 'sec-fetch-site': 'same-origin' }
		const answer = await fetch(`${web.origin}${path}`, { method: 'POST', body: big, headers })
		expect([path, [403, 413].includes(answer.status)]).toEqual([path, true])
	}
})

test('an officer sends a file by the page, and reads what came of it', async () => {
	const form = new FormData()
	form.set('file', new File([csv({ number: 'PAGE-1' }, { number: 'PAGE-2', custody: 'gone' })], 'register.csv'))
	const upload = paths.staff.register({ [formContextField]: await per.formContext(paths.staff.register()) })
	const sent = await per.postAsIs(upload, form)
	expect(sent.status).toBe(303)
	const page = sent.headers.get('location') ?? ''
	expect(await (await per.get(page)).text()).toContain('Se hvor langt det er kommet')
	await runDue(web.db, new Date(), { work: [registerImports] })
	expect(await (await per.get(page)).text()).toContain('Dette må være in, out eller released.')
	const report = await per.get(`${page}/report.csv`)
	expect(report.headers.get('content-disposition')).toContain('attachment')
	expect(await report.text()).toContain('3;custody;not-a-custody;')
	const none = new FormData()
	none.set('file', new File([], ''))
	const refused = await per.postAsIs(upload, none)
	expect(refused.status).toBe(400)
	expect(await refused.text()).toContain('Velg en fil som ikke er tom')
})

test('one key sends so many files an hour and no more', async () => {
	const statuses: number[] = []
	for (let n = 0; n < 70; n++) statuses.push((await post(csv({}), { 'content-type': 'text/plain' })).status)
	expect(statuses[0]).toBe(415)
	expect(statuses.at(-1)).toBe(429)
})

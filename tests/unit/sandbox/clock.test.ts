import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Clock, offsetFor, startClock } from '#sandbox/clock.ts'

const real = new Date('2026-11-22T10:00:00Z')
const asked = (form: Record<string, string>, offset = 0) => offsetFor(new URLSearchParams(form), offset, real)
const movedTo = (to: string) => {
	const offset = asked({ to })
	return offset === null ? null : new Date(real.getTime() + offset).toISOString()
}

test('a time without an offset is wall time in Oslo, summer and winter', () => {
	expect(movedTo('2026-11-26T11:50')).toBe('2026-11-26T10:50:00.000Z')
	expect(movedTo('2026-07-01T11:50')).toBe('2026-07-01T09:50:00.000Z')
})

test('a time with an offset is that instant', () => {
	expect(movedTo('2026-11-26T11:50+00:00')).toBe('2026-11-26T11:50:00.000Z')
	expect(movedTo('2026-11-26T11:50Z')).toBe('2026-11-26T11:50:00.000Z')
	expect(movedTo('2026-11-26T11:50+05:30')).toBe('2026-11-26T06:20:00.000Z')
})

test('in the doubled hour of autumn the first one is meant', () => {
	expect(movedTo('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z')
})

test('minutes are added to where the clock stands, and the way back is always open', () => {
	expect(asked({ advanceMinutes: '90' }, 1000)).toBe(1000 + 90 * 60_000)
	expect(asked({ advanceMinutes: '-60' }, 0)).toBe(-60 * 60_000)
	expect(asked({ real: 'yes' }, 1000)).toBe(0)
})

test('what is no time moves nothing', () => {
	for (const to of ['', 'i morgen', '2026-13-01T10:00', '2026-11-26', '11:50']) expect(asked({ to })).toBeNull()
	for (const advanceMinutes of ['', 'x', '1.5', '1e99']) expect(asked({ advanceMinutes })).toBeNull()
	expect(asked({})).toBeNull()
})

let folder: string
let clock: Clock

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'samvaer-clock-'))
	clock = await startClock({ file: join(folder, 'clock') })
})

afterAll(async () => {
	await clock.stop()
	await rm(folder, { recursive: true })
})

const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
	fetch(clock.url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form), headers })

test('moving the clock writes whole milliseconds and answers with the new time', async () => {
	const answer = await post({ to: '2030-01-01T12:00' }, { accept: 'application/json' })
	const told: unknown = await answer.json()
	expect(told).toMatchObject({ now: expect.stringMatching(/^2030-01-01T11:00:0/) })
	expect(await readFile(join(folder, 'clock'), 'utf8')).toMatch(/^-?\d+$/)
	expect((await clock.now()).getUTCFullYear()).toBe(2030)
	expect((await post({ real: 'yes' })).status).toBe(303)
	expect(await readFile(join(folder, 'clock'), 'utf8')).toBe('0')
})

test('the page is in Norwegian, has no script, and says what is wrong with a wrong time', async () => {
	const html = await (await fetch(clock.url)).text()
	expect(html).toContain('<html lang="nb">')
	expect(html).toContain('Klokken går riktig.')
	expect(html).not.toContain('<script')
	const wrong = await post({ to: 'i morgen' })
	expect(wrong.status).toBe(400)
	expect(await wrong.text()).toContain('Skriv tiden slik')
})

test('the page of another site cannot move the clock', async () => {
	expect((await post({ advanceMinutes: '60' }, { origin: 'http://elsewhere.example' })).status).toBe(403)
	expect((await post({ real: 'yes' }, { origin: clock.url.slice(0, -1) })).status).toBe(303)
	expect(await readFile(join(folder, 'clock'), 'utf8')).toBe('0')
})

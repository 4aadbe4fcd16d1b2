import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesCredits } from '#app/integrations/phone-system/files.server.ts'
import { writeOnce } from '#app/integrations/phone-system/folder.server.ts'
import type { PhoneSystem } from '#app/integrations/phone-system.server.ts'

let path: string
let now: Date
let warned: string[]
let phone: PhoneSystem

beforeEach(async () => {
	path = await mkdtemp(join(tmpdir(), 'samvaer-phone-files-'))
	now = new Date('2026-11-25T12:00:00+01:00')
	warned = []
	phone = worker()
})

afterEach(() => rm(path, { recursive: true }))

const worker = (at = '06:00') => filesCredits({ path, at }, { now: () => now, warn: (what) => warned.push(what) })
const names = (place: string) => readdir(join(path, place)).then((all) => all.sort())
const file = (name: string) => readFile(join(path, 'files', name), 'utf8')
const checksum = (text: string) => createHash('sha256').update(text).digest('hex')
const first = 'samvaer-credits-000001.csv'
const ack = (sequence: string, lines: string[], sum: string, tail = String(lines.length)) =>
	[`H;samvaer-acknowledgement;1;${Number(sequence)};${sum}`, ...lines, `T;${tail}`, ''].join('\r\n')
const acknowledge = (sequence: string, text: string) =>
	writeFile(join(path, 'acknowledgements', `samvaer-credits-${sequence}.ack.csv`), text)

test('a credit waits for the file of the day, which is numbered, counted, summed and checked', async () => {
	now = new Date('2026-11-25T05:59:00+01:00')
	const [one, two] = [randomUUID(), randomUUID()].sort()
	expect(await phone.credit(one ?? '', 'F-1001', 20_000)).toBe('pending')
	expect(await phone.credit(two ?? '', 'F-1002', -5_000)).toBe('pending')
	expect(await names('files')).toEqual([])
	now = new Date('2026-11-25T06:00:00+01:00')
	expect(await phone.credit(one ?? '', 'F-1001', 20_000)).toBe('pending')
	expect(await names('files')).toEqual([first, `${first}.sha256`])
	const text = await file(first)
	expect(text).toBe(
		`H;samvaer-credits;1;1;2026-11-25\r\nC;${one};F-1001;20000\r\nC;${two};F-1002;-5000\r\nT;2;15000\r\n`,
	)
	expect(await file(`${first}.sha256`)).toBe(`${checksum(text)}  ${first}\n`)
	expect(await names('waiting')).toEqual([])
})

test('a day has one file; what comes later goes into the next day, and nothing goes twice', async () => {
	const ids = [randomUUID(), randomUUID(), randomUUID()]
	await phone.credit(ids[0] ?? '', 'F-1001', 10_000)
	await phone.credit(ids[1] ?? '', 'F-1001', 20_000)
	expect(await names('files')).toEqual([first, `${first}.sha256`])
	now = new Date('2026-11-26T05:00:00+01:00')
	await phone.credit(ids[2] ?? '', 'F-1001', 30_000)
	now = new Date('2026-11-26T07:00:00+01:00')
	for (const [index, id] of ids.entries()) await phone.credit(id, 'F-1001', (index + 1) * 10_000)
	const second = await file('samvaer-credits-000002.csv')
	expect(second).toContain('H;samvaer-credits;1;2;2026-11-26')
	expect(second).toContain('T;2;50000')
	const all = `${await file(first)}${second}`
	for (const id of ids) expect(all.split(id)).toHaveLength(2)
	now = new Date('2026-11-27T07:00:00+01:00')
	for (const [index, id] of ids.entries()) await phone.credit(id, 'F-1001', (index + 1) * 10_000)
	expect(await names('files')).toHaveLength(4)
})

test('the day is Oslo’s', async () => {
	now = new Date('2026-11-25T23:30:00Z')
	phone = worker('00:00')
	await phone.credit(randomUUID(), 'F-1001', 10_000)
	expect(await file(first)).toContain(';2026-11-26\r\n')
})

test('an acknowledgement answers each credit, and is read once it is whole', async () => {
	const [yes, no] = [randomUUID(), randomUUID()]
	now = new Date('2026-11-25T05:00:00+01:00')
	await phone.credit(yes, 'F-1001', 10_000)
	await phone.credit(no, 'F-1001', 20_000)
	now = new Date('2026-11-25T08:00:00+01:00')
	await phone.credit(yes, 'F-1001', 10_000)
	const sum = checksum(await file(first))
	const lines = [`A;${yes};accepted`, `A;${no};refused`]
	for (const half of [
		'',
		`H;samvaer-acknowledgement;1;1;${sum}\r\nA;${yes};acc`,
		ack('000001', lines, sum, '3'),
		'H;"',
	])
		await expectUnread(half, yes)
	await acknowledge('000001', ack('000001', lines, sum))
	expect(await phone.credit(yes, 'F-1001', 10_000)).toBe('accepted')
	expect(await phone.credit(no, 'F-1001', 20_000)).toBe('refused')
	expect(await names('acknowledgements')).toEqual([])
	expect(await names('read')).toEqual(['samvaer-credits-000001.ack.csv'])
	// What was answered stays so.
	await acknowledge('000001', ack('000001', [`A;${yes};refused`], sum))
	expect(await phone.credit(yes, 'F-1001', 10_000)).toBe('accepted')
})

async function expectUnread(text: string, id: string): Promise<void> {
	await acknowledge('000001', text)
	expect(await phone.credit(id, 'F-1001', 10_000), text).toBe('pending')
	expect(await names('acknowledgements')).toHaveLength(1)
}

test('an acknowledgement of another file than ours is put aside, and said', async () => {
	const id = randomUUID()
	await phone.credit(id, 'F-1001', 10_000)
	await acknowledge('000001', ack('000001', [`A;${id};accepted`], checksum('another')))
	expect(await phone.credit(id, 'F-1001', 10_000)).toBe('pending')
	expect(await names('rejected')).toEqual(['samvaer-credits-000001.ack.csv'])
	expect(warned).toHaveLength(1)
	await acknowledge('000009', ack('000009', [`A;${id};accepted`], checksum('x')))
	expect(await phone.credit(id, 'F-1001', 10_000)).toBe('pending')
	// A credit that is not in the file is not answered by it.
	const stranger = randomUUID()
	await acknowledge('000001', ack('000001', [`A;${stranger};accepted`], checksum(await file(first))))
	expect(await phone.credit(stranger, 'F-1001', 10_000)).toBe('pending')
})

test('workers that share the folder put each credit into one file', async () => {
	const ids = Array.from({ length: 12 }, () => randomUUID())
	const workers = [worker(), worker(), worker()]
	const askAll = () => Promise.all(workers.flatMap((one) => ids.map((id) => one.credit(id, 'F-1001', 10_000))))
	for (const day of [25, 26, 27]) {
		now = new Date(`2026-11-${day}T12:00:00+01:00`)
		await askAll()
	}
	const written = (await names('files')).filter((name) => name.endsWith('.csv'))
	const texts = await Promise.all(written.map(file))
	for (const id of ids) expect(texts.join('').split(id)).toHaveLength(2)
	expect(written).toEqual(written.map((_name, index) => `samvaer-credits-${String(index + 1).padStart(6, '0')}.csv`))
	expect(await names('waiting')).toEqual([])
	for (const place of ['waiting', 'sent', 'files', 'answered'])
		expect((await names(place)).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('of several who write one file, one does, and nobody writes over it', async () => {
	const one = join(path, 'one.csv')
	const done = await Promise.all(Array.from({ length: 8 }, (_, writer) => writeOnce(one, `written by ${writer}`)))
	expect(done.filter(Boolean)).toHaveLength(1)
	expect(await readFile(one, 'utf8')).toBe(`written by ${done.indexOf(true)}`)
	expect(await readdir(path)).toEqual(['one.csv'])
})

test('what a worker left half done over a file is done by the next one', async () => {
	const id = randomUUID()
	await phone.credit(id, 'F-1001', 10_000)
	// As if it had ended right after the file was there: no checksum, and the credit still waiting.
	await rm(join(path, 'files', `${first}.sha256`))
	await writeFile(join(path, 'waiting', id), await readFile(join(path, 'sent', id), 'utf8'))
	await rm(join(path, 'sent', id))
	now = new Date('2026-11-26T12:00:00+01:00')
	await worker().credit(id, 'F-1001', 10_000)
	expect(await names('files')).toEqual([first, `${first}.sha256`])
	expect(await names('sent')).toEqual([id])
})

test('a credit that changes, or a name that is no id, is a fault of ours', async () => {
	const id = randomUUID()
	await phone.credit(id, 'F-1001', 10_000)
	await expect(phone.credit(id, 'F-1001', 10_001)).rejects.toThrow('cannot change')
	await expect(phone.credit('../../etc/passwd', 'F-1001', 1)).rejects.toThrow()
})

test('nothing in a file is a formula', async () => {
	now = new Date('2026-11-25T05:00:00+01:00')
	await phone.credit(randomUUID(), '=1+1', 10_000)
	await phone.credit(randomUUID(), '@A;"B"', 10_000)
	now = new Date('2026-11-25T07:00:00+01:00')
	await phone.credit(randomUUID(), '-1-1', -10_000)
	const text = await file(first)
	expect(text).toContain(";'=1+1;10000")
	expect(text).toContain(`;"'@A;""B""";10000`)
	expect(text).toContain(";'-1-1;-10000")
})

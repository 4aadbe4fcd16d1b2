import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { signatureOf } from '#app/integrations/phone-system/signature.server.ts'
import { type LineAnswer, takeUsageFile, UnreadableUsage } from '#app/jobs/phone-usage-file.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { receiveUsage } from '#app/services/funds/phone-credit/receive-usage.server.ts'
import { takeCalls } from '#app/services/funds/phone-credit/take-calls.server.ts'
import { newId } from '#db/ids.ts'
import { audit, facilityPolicy, phoneCall } from '#db/schema/index.ts'
import { addFacility, addPrisoner } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { bytesOf } from '../register/files.ts'

const now = new Date('2026-11-25T12:00:00Z')
const secret = 'a-secret-of-the-reports-of-tests-0001'

const { db, owner } = await openDatabase({ max: 8 })
let ctx: Ctx

beforeAll(async () => {
	const facilityId = await addFacility(owner, { slug: 'hal' })
	await addPrisoner(owner, { number: 'F-1001', facilityId })
	await addPrisoner(owner, { number: 'F-1002', facilityId })
	ctx = { db, now, actor: { kind: 'system' }, requestId: null }
})

beforeEach(async () => {
	await owner.delete(phoneCall)
})

const call = (id: string, more: object = {}) => ({
	id,
	prisoner: 'F-1001',
	minutes: 7,
	endedAt: '2026-11-25T11:00:00+01:00',
	...more,
})
const rows = () => owner.select().from(phoneCall)

test('a call is booked once by its id, however often it is told, and leaves a trace', async () => {
	expect(await takeCalls(ctx, [call('c-1'), call('c-2'), call('c-1')])).toEqual([
		{ id: 'c-1', state: 'booked' },
		{ id: 'c-2', state: 'booked' },
		{ id: 'c-1', state: 'known' },
	])
	expect(await takeCalls(ctx, [call('c-2')])).toEqual([{ id: 'c-2', state: 'known' }])
	expect((await rows()).map((row) => [row.callId, row.minutes]).sort()).toEqual([
		['c-1', 7],
		['c-2', 7],
	])
	const traces = await owner.select().from(audit).where(eq(audit.action, 'phone.call'))
	expect(traces).toHaveLength(2)
})

test('the same report eight times at once books each call once', async () => {
	const report = [call('r-1'), call('r-2'), call('r-3')]
	const answers = await Promise.all(Array.from({ length: 8 }, () => takeCalls(ctx, report)))
	expect(answers.flat().filter((one) => one.state === 'refused')).toEqual([])
	expect(await rows()).toHaveLength(3)
})

test.each<[string, object | string | null, string | null, string]>([
	['nobody', call('x', { prisoner: 'F-9999' }), 'x', 'no-such-prisoner'],
	['no prisoner', call('x', { prisoner: ' ' }), 'x', 'bad-prisoner'],
	['no minutes', call('x', { minutes: 0 }), 'x', 'bad-minutes'],
	['half a minute', call('x', { minutes: 1.5 }), 'x', 'bad-minutes'],
	['more than a day', call('x', { minutes: 1441 }), 'x', 'bad-minutes'],
	['minutes in words', call('x', { minutes: 'seven' }), 'x', 'bad-minutes'],
	['a time without a zone', call('x', { endedAt: '2026-11-25T11:00:00' }), 'x', 'bad-time'],
	['a call to come', call('x', { endedAt: '2026-11-25T12:05:01Z' }), 'x', 'not-ended'],
	['a call of more than a month ago', call('x', { endedAt: '2026-10-25T11:59:59Z' }), 'x', 'too-old'],
	['a field that nobody knows', call('x', { secret: 1 }), 'x', 'unknown-field'],
	['an empty id', call(''), '', 'bad-id'],
	['an id with a line break', call('a\nb'), 'a\nb', 'bad-id'],
	['a zero in its number', call('x', { prisoner: 'F-1001\0' }), 'x', 'bad-prisoner'],
	['half a letter in its number', call('x', { prisoner: 'F-1001\ud800' }), 'x', 'no-such-prisoner'],
	['a zero in its id', call('x\0'), 'x\0', 'bad-id'],
	['a zero in its minutes', call('x', { minutes: '7\0' }), 'x', 'bad-minutes'],
	['a zero in its time', call('x', { endedAt: '2026-11-25T11:00:00+01:00\0' }), 'x', 'bad-time'],
	['a field with a zero in its name', call('x', { '\0': 1 }), 'x', 'unknown-field'],
	['no call at all', 'call', null, 'bad-id'],
	['nothing', null, null, 'bad-id'],
])('a call that cannot be taken says why, and keeps no other out: %s', async (_what, given, id, error) => {
	expect(await takeCalls(ctx, [given, call('good')])).toEqual([
		{ id, state: 'refused', error },
		{ id: 'good', state: 'booked' },
	])
	expect((await rows()).map((row) => row.callId)).toEqual(['good'])
})

test('an id that stands for another call is refused, and nothing changes', async () => {
	await takeCalls(ctx, [call('c-1')])
	const others = [{ minutes: 8 }, { prisoner: 'F-1002' }, { endedAt: '2026-11-25T10:59:59+01:00' }]
	for (const other of others)
		expect(await takeCalls(ctx, [call('c-1', other)])).toEqual([{ id: 'c-1', state: 'refused', error: 'other-call' }])
	expect((await rows()).map((row) => row.minutes)).toEqual([7])
})

test('a call costs what it cost when it ended, whatever the price is when it is told', async () => {
	const facilityId = await addFacility(owner, { slug: 'dearer', policy: { phoneOrePerMinute: 60 } })
	await addPrisoner(owner, { number: 'F-2001', facilityId })
	const dearer = { phoneOrePerMinute: 200 }
	const validFrom = new Date('2026-11-25T11:00:00Z')
	await owner.update(facilityPolicy).set({ validTo: validFrom }).where(eq(facilityPolicy.facilityId, facilityId))
	await owner.insert(facilityPolicy).values({ id: newId(validFrom), facilityId, validFrom, parameters: dearer })
	const of = (endedAt: string) => call(`p-${endedAt}`, { prisoner: 'F-2001', endedAt })
	await takeCalls(ctx, [of('2026-11-25T10:59:59Z'), of('2026-11-25T11:00:00Z')])
	expect((await rows()).map(({ orePerMinute }) => orePerMinute).sort((a, b) => a - b)).toEqual([60, 200])
})

test('a call that was told in time is known for good', async () => {
	await takeCalls(ctx, [call('c-1')])
	const later = { ...ctx, now: new Date(now.getTime() + 40 * 86_400_000) }
	expect(await takeCalls(later, [call('c-1'), call('c-2')])).toEqual([
		{ id: 'c-1', state: 'known' },
		{ id: 'c-2', state: 'refused', error: 'too-old' },
	])
})

test('a report is believed by its signature alone', async () => {
	const body = JSON.stringify({ calls: [call('s-1')] })
	const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
	const receive = (signature: string, secrets: readonly string[] = [secret], text = body) =>
		receiveUsage(ctx, { body: text, signature, machineNow: now }, secrets)
	const good = signatureOf(body, secret, now)
	for (const [signature, secrets] of [
		['', [secret]],
		[signatureOf(body, `${secret}x`, now), [secret]],
		[signatureOf(`${body} `, secret, now), [secret]],
		[signatureOf(body, secret, at(-301)), [secret]],
		[signatureOf(body, secret, at(301)), [secret]],
		[good, []],
	] as const)
		expect(await receive(signature, secrets)).toEqual({ error: 'unsigned' })
	expect(await rows()).toEqual([])
	// While the secret is changed, two are good.
	expect(await receive(good, [`${secret}-new`, secret])).toEqual({ calls: [{ id: 's-1', state: 'booked' }] })
	for (const odd of ['', '[]', '{"calls":1}', '{"calls":[],"more":1}', '{'])
		expect(await receive(signatureOf(odd, secret, now), [secret], odd), odd).toEqual({ error: 'unreadable' })
	const many = JSON.stringify({ calls: Array.from({ length: 1_001 }, () => null) })
	expect(await receive(signatureOf(many, secret, now), [secret], many)).toEqual({ error: 'too-many' })
})

test('only the system books calls', async () => {
	const visitor: Ctx = { ...ctx, actor: { kind: 'visitor', visitorId: '00000000-0000-0000-0000-000000000001' } }
	await expect(takeCalls(visitor, [call('v-1')])).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a file books its calls, says which line is wrong, and may be read again', async () => {
	const text = [
		'\ufeffprisoner;id;minutes;endedAt',
		'F-1001;f-1;7;2026-11-25T11:00:00+01:00',
		'',
		'F-1002; f-2 ;12;2026-11-25T10:00:00Z',
		"'=1+1;f-3;12;2026-11-25T10:00:00Z",
		'F-1001;f-4;0;2026-11-25T10:00:00Z',
	].join('\r\n')
	const expected = (state: string) => [
		{ line: 2, id: 'f-1', state },
		{ line: 4, id: 'f-2', state },
		{ line: 5, id: 'f-3', state: 'refused', error: 'no-such-prisoner' },
		{ line: 6, id: 'f-4', state: 'refused', error: 'bad-minutes' },
	]
	expect(await usage(text)).toEqual(expected('booked'))
	expect(await usage(text)).toEqual(expected('known'))
	const commas = 'id,prisoner,minutes,endedAt\nf-9,F-1001,3,2026-11-25T10:00:00Z\n'
	expect(await usage(commas)).toEqual([{ line: 2, id: 'f-9', state: 'booked' }])
})

async function usage(file: string | Buffer) {
	const answers: LineAnswer[] = []
	for await (const answer of takeUsageFile(db, now, bytesOf(file))) answers.push(answer)
	return answers
}

const head = 'id;prisoner;minutes;endedAt'
const line = (id: string, minutes = '7') => `${id};F-1001;${minutes};2026-11-25T11:00:00+01:00`

test.each([
	['an extra separator', `${line('x')};`, { id: null, error: 'cell-count' }],
	['a cell too few', 'x;F-1001;7', { id: null, error: 'cell-count' }],
	['a stray quotation mark', line('x"y'), { id: null, error: 'quotes' }],
	['a decimal comma', line('x', '2,5'), { id: 'x', error: 'bad-minutes' }],
	['a comma in its id', line('x,y', '0'), { id: 'x,y', error: 'bad-minutes' }],
	['no UTF-8', Buffer.from(line('å'), 'latin1'), { id: null, error: 'encoding' }],
	['a zero', line('x\0'), { id: null, error: 'encoding' }],
	['another sign that is none', line('x\u0007'), { id: 'x\u0007', error: 'bad-id' }],
	['no end', line('x'.repeat(9_000)), { id: null, error: 'line-too-long' }],
])('a line of a file with %s is left out by its number, and the others are booked', async (_, bad, refusal) => {
	const file = Buffer.concat([
		Buffer.from(`${head}\n${line('g-1')}\n`),
		Buffer.from(bad),
		Buffer.from(`\n${line('g-2')}`),
	])
	expect(await usage(file)).toEqual([
		{ line: 2, id: 'g-1', state: 'booked' },
		{ line: 3, state: 'refused', ...refusal },
		{ line: 4, id: 'g-2', state: 'booked' },
	])
})

test.each<[string, string | Buffer]>([
	['rows of separators', `;;;\n${head}\n;;;\n${line('x')}\n" ";"";;\n`],
	['a padded head', `${head};;\n${line('x')};;\n`],
	['a head in capitals, with spaces and quotation marks', `"ID "; PRISONER;MINUTES;"ENDEDAT"\n${line('x')}`],
	['UTF-16', Buffer.from(`\uFEFF${head}\r\n${line('x')}`.replaceAll(';', '\t'), 'utf16le')],
	['minutes with decimals', `${head}\n${line('x', '7,00')}`],
])('a file of a Norwegian spreadsheet is read: %s', async (_, file) => {
	expect(await usage(file)).toMatchObject([{ id: 'x', state: 'booked' }])
	expect((await rows()).map(({ minutes }) => minutes)).toEqual([7])
})

test.each([
	['', 'empty'],
	['\n;;\n', 'empty'],
	['id;prisoner\na;b\n', 'columns-missing: minutes, endedAt'],
	[`${head};id\n`, 'columns-repeated: id'],
	[`${head};=more\n`, 'columns-unknown: ?more'],
	['\0\u0001PK', 'not-text'],
])('a file without its head books nothing: %j', async (file, problem) =>
	expect(usage(file)).rejects.toThrow(new UnreadableUsage(problem)),
)

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '#app/services/context.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { addFacility } from '#sandbox/seeds/rows.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { clock } from '#tests/support/rows.ts'
import { csv, importFile } from './files.ts'

let database: TestDatabase
let db: Db
let ctx: Ctx
beforeAll(async () => {
	database = await cloneDatabase()
	db = connect(database.appUrl, { max: 2 })
	const seed = connect(database.ownerUrl, { max: 1 })
	await addFacility(seed, { slug: 'hal' })
	await disconnect(seed)
	ctx = { db, now: clock, actor: { kind: 'system' }, requestId: null }
})
afterAll(async () => {
	await disconnect(db)
	await database.drop()
})

let count = 0
/** The head and the line of a prisoner whom nobody knows yet. */
function fresh(): [string, string] {
	const [head = '', line = ''] = csv({ number: `XL-${++count}` }).split('\n')
	return [head, line]
}
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('a register file as a Norwegian Excel saves it', () => {
	it.each([';;;;;;;;;;', '"";"";"";"";"";"";"";"";"";"";""', ' ; ; ;', ';', '  '])(
		'has rows of nothing but %j, which are no lines',
		async (empty) => {
			const [head, line] = fresh()
			expect(await importFile(ctx, [empty, head, empty, line, empty, empty].join('\r\n'))).toMatchObject({
				...{ lines: 1, added: 1, problems: [] },
			})
		},
	)

	it('has columns without a name, also between the others, as long as nothing stands in them', async () => {
		const [head, line] = fresh()
		const padded = [`${head};;`, `${line};;`, `${line};`, line, `${line};x;`, `${line};;;`].join('\r\n')
		expect(await importFile(ctx, padded)).toMatchObject({
			...{ lines: 5, added: 1, unchanged: 2, problems: ['5  cell-count', '6  cell-count'] },
		})
		const [other, more] = fresh()
		const between = [other.replace(';unit', ';;unit'), more.replace(';A;', ';;A;'), more.replace(';A;', ';x;A;')]
		expect(await importFile(ctx, between.join('\n'))).toMatchObject({ added: 1, problems: ['3  cell-count'] })
	})

	it('has names in capitals, in quotation marks and with spaces around them', async () => {
		const [head, line] = fresh()
		const names = head.split(';').map((name) => `" ${name.toUpperCase()}\u00a0"`)
		expect(await importFile(ctx, `\uFEFF${names.join(';')}\r\n${line}`)).toMatchObject({ added: 1, problems: [] })
	})

	it.each([
		['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
		['UTF-16 of the other end', (text: string) => bigEndian(`\uFEFF${text}`)],
	])('is in %s, with tabs between the cells', async (_, encode) => {
		const [head, line] = fresh()
		// Ċ is 0x010A: half of it looks like a line end.
		const other = csv({ number: `XL-${++count}`, given_name: 'ĊĊ' }).split('\n')[1] ?? ''
		const tabs = (text: string) => text.replaceAll(';', '\t')
		const text = [tabs(head), tabs(line), '', '\t\t\t', tabs(other), 'short\tline', ''].join('\r\n')
		expect(await importFile(ctx, encode(text))).toMatchObject({ lines: 3, added: 2, problems: ['6  cell-count'] })
	})

	it('reports half a sign of UTF-16 as a fault of its line', async () => {
		const [head, line] = fresh()
		const bad = csv({ number: `XL-${++count}`, given_name: 'A\ud800' }).split('\n')[1] ?? ''
		const file = Buffer.from(`\uFEFF${[head, bad, line].join('\n')}`, 'utf16le')
		expect(await importFile(ctx, file)).toMatchObject({ added: 1, problems: ['2  encoding'] })
	})

	it('keeps its good lines around a ragged one', async () => {
		const [head, line] = fresh()
		const file = [head, 'XL-0;Åse', `${line};`, line, `${line};more`].join('\r\n')
		expect(await importFile(ctx, file)).toMatchObject({
			...{ lines: 4, added: 1, problems: ['2  cell-count', '3  cell-count', '5  cell-count'] },
		})
	})
})

import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { registerFile } from '#app/jobs/register-file.server.ts'
import { addDemoFacilities } from '#sandbox/seeds/demo/facilities.ts'
import { openDatabase } from '#tests/support/database.ts'
import { clock } from '#tests/support/rows.ts'
import { registerExample } from '../../../scripts/register-example.mjs'
import { everything } from './files.ts'

const folder = resolve(import.meta.dirname, '../../../examples')
const path = join(folder, 'register-5000.csv')

const { db, owner: seed } = await openDatabase({ max: 2 })
beforeAll(async () => {
	await addDemoFacilities(seed, '2026-11-01')
})

async function run() {
	let report = ''
	const { outcome, words } = await registerFile(db, clock, {
		path,
		locale: 'nb',
		async onLines(_, __, lines) {
			report += lines
		},
	})
	return { outcome, words: words.replaceAll('\u00a0', ' '), report }
}

it('the example is what its generator writes', async () => {
	expect(registerExample().equals(await readFile(path))).toBe(true)
})

it('five thousand lines with forty bad ones give the report that lies beside them, and change nothing the second time', async () => {
	const first = await run()
	expect(first.words).toBe('5 000 linjer: 4 960 nye, 0 endret, 0 som før, 40 utelatt')
	expect(first.outcome).toBe('some-left-out')
	expect(first.report).toBe(await readFile(join(folder, 'register-5000.report.csv'), 'utf8'))
	const before = await everything(seed)
	const second = await run()
	expect(await everything(seed)).toBe(before)
	expect(second.words).toBe('5 000 linjer: 0 nye, 0 endret, 4 960 som før, 40 utelatt')
	expect(second.report).toBe(first.report)
})

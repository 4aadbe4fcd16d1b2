import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkDocuments, checkedDocument } from '#db/documents.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const filesIn = (folder: string) =>
	execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', folder], {
		cwd: root,
		encoding: 'utf8',
	})
		.split('\n')
		.filter((file) => file.endsWith('.ts'))

const shape = z.strictObject({ unit: z.string(), level: z.enum(['high', 'low']) })

afterEach(() => checkDocuments(true))

describe('a JSON document', () => {
	it('is itself where it is of its shape', () => {
		const document = { unit: 'A', level: 'high' as const }
		expect(checkedDocument('prisoner', shape, document)).toBe(document)
	})

	it('is refused by the names of its fields where it is not, without a value', () => {
		const wrong = JSON.parse('{"unit":7,"level":"Kari Nordmann","name":"Ola"}')
		expect(() => checkedDocument('prisoner', shape, wrong)).toThrow(/document of prisoner .*unit: .*level: .*"name"/)
		expect(() => checkedDocument('prisoner', shape, wrong)).not.toThrow(/Nordmann|Ola/)
	})

	it('is taken as it is where nothing is checked', () => {
		checkDocuments(false)
		const wrong = JSON.parse('{"unit":7}')
		expect(checkedDocument('prisoner', shape, wrong)).toBe(wrong)
	})
})

describe('every JSON document', () => {
	it('that a statement builds has its schema beside it', () => {
		const building = filesIn('db/queries').filter((file) => /json_build_object|json_agg/.test(read(file)))
		expect(building.length).toBeGreaterThan(10)
		expect(building.filter((file) => !/Shape\b/.test(read(file)))).toEqual([])
	})

	it('that a column holds has its schema in db/schema', () => {
		expect(filesIn('db/schema').filter((file) => /\bjsonb?\(/.test(read(file)))).toEqual([])
	})
})

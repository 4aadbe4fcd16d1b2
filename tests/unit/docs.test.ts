import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingNames } from '#app/config.server.ts'
import { registry } from '#app/integrations/metrics.server.ts'

const root = resolve(import.meta.dirname, '../..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
	cwd: root,
	encoding: 'utf8',
})
	.split('\n')
	.filter((file) => file !== '' && existsSync(join(root, file)))
const documents = files.filter((file) => file === 'README.md' || /^docs\/.*\.md$/.test(file))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** What the text of a document names in code spans or links as a file or a folder of the project. */
function named(document: string, text: string): string[] {
	const rooms = 'app|db|docs|emails|public|sandbox|scripts|tests|worker'
	const path = new RegExp(`^(${rooms})(/|$)|^[\\w.-]+\\.(md|json|mjs|js|ts)$`)
	const spans = [...text.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)]
		.flatMap(([, span = '']) => span.split(/\s+/))
		.map((word) => word.replace(/[,:;)]+$/, ''))
		.filter((word) => path.test(word))
	const links = [...text.matchAll(/(?:\]\(|(?:src|srcset)=")([^)"#:\s]+)(?:[)"#])/g)].map(([, link = '']) =>
		posix.join(dirname(document), link),
	)
	return [...spans, ...links]
}

/** Whether it is there: a file, a folder, all that braces stand for, or at least one that a star stands for. */
function isThere(name: string, beside: string): boolean {
	const braces = /^(.*)\{([^}]+)\}(.*)$/.exec(name)
	if (braces) {
		const [, before = '', middle = '', after = ''] = braces
		return middle.split(',').every((one) => isThere(`${before}${one}${after}`, beside))
	}
	if (name.includes('*')) {
		const pattern = new RegExp(`^${name.replace(/[.+$[\]]/g, '\\$&').replaceAll('*', '[^/]+')}$`)
		return files.some((file) => pattern.test(file))
	}
	// A name without a folder follows its folder's in the sentence.
	if (/^[^/]+\.\w+$/.test(name)) return files.some((file) => posix.basename(file) === name)
	return [name, posix.join(beside, name)].some((one) =>
		files.some((file) => file === one || file.startsWith(`${one.replace(/\/$/, '')}/`)),
	)
}

const missing = (document: string, text: string) => [
	...new Set(named(document, text).filter((name) => !name.includes('NNNN') && !isThere(name, dirname(document)))),
]

describe('a document', () => {
	it.each(documents)('names only files that are there: %s', (document) => {
		expect(missing(document, read(document))).toEqual([])
	})

	it('that names one that is not is found', () => {
		const text =
			'`app/nowhere.ts`, `app/paths.ts`, `db/{seed,sow}.ts`, ![x](pictures/none.png), [y](../README.md) `tests/*/nothing.ts`'
		expect(missing('docs/x.md', text)).toEqual([
			'app/nowhere.ts',
			'db/{seed,sow}.ts',
			'tests/*/nothing.ts',
			'docs/pictures/none.png',
		])
	})
})

describe('docs/operations.md', () => {
	const text = read('docs/operations.md')
	const section = (title: string) => text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
	const rows = (part: string) =>
		[...part.matchAll(/^\| (`[^|]+`) +\|/gm)].flatMap(([, cell = '']) => cell.match(/\w+/g) ?? [])

	it('lists every setting that is read, and no other', () => {
		expect(rows(section('Settings')).sort()).toEqual([...settingNames].sort())
	})

	it('lists every metric of ours', async () => {
		const ours = (await registry.getMetricsAsJSON())
			.map(({ name }) => name)
			.filter((name) => name.startsWith('samvaer_'))
		expect(rows(section('Metrics')).sort()).toEqual(ours.sort())
	})
})

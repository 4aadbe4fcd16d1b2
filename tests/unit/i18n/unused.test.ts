import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { nb } from '#app/i18n/nb/all.ts'

const root = resolve(import.meta.dirname, '../../..')
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'emails'], {
	cwd: root,
	encoding: 'utf8',
})
	.split('\n')
	.filter((file) => /\.tsx?$/.test(file) && !/^app\/i18n\/(nb|nn|en)\//.test(file))
	.map((file) => readFileSync(join(root, file), 'utf8'))
	.join('\n')

it('has no text that no page or letter asks for', () => {
	const quoted = new Set([...sources.matchAll(/['"]([a-z][\w.-]*)['"]/g)].map(([, key]) => key))
	const begun = [...sources.matchAll(/`([a-z][\w.-]*)\??\$\{/g)].map(([, beginning]) => beginning ?? '')
	const unused = Object.keys(nb).filter((key) => !quoted.has(key) && !begun.some((some) => key.startsWith(some)))
	expect(unused).toEqual([])
})

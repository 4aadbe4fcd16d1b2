import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditActions, auditSubjectKinds } from '#app/domain/audit/actions.ts'
import { messageKinds } from '#app/domain/messages.ts'
import { catalogue } from '#app/i18n/catalogue.ts'
import { locales } from '#app/i18n/locale.ts'

const root = resolve(import.meta.dirname, '../../../..')
/** What writes: use cases, jobs and the queries that they share. */
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'db/queries'], {
	cwd: root,
	encoding: 'utf8',
})
	.split('\n')
	.filter((file) => /^(app\/(services|jobs)|db\/queries)\/.*\.ts$/.test(file))
	.map((file) => readFileSync(join(root, file), 'utf8'))
	.join('\n')

const quoted = new Set([...sources.matchAll(/'([a-z-]+(?:\.[a-z-]+)?)'/g)].map(([, text]) => text))
/** What is put together, `ban.end` from `${kind}.end`. */
const built = [...sources.matchAll(/`((?:[a-z.-]|\$\{\w+\})*\.(?:[a-z.-]|\$\{\w+\})*)`/g)].map(
	([, text = '']) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll(/\$\{\w+\}/g, '[a-z-]+')}$`),
)
const isWritten = (name: string) => quoted.has(name) || built.some((pattern) => pattern.test(name))

describe('the audit trail', () => {
	it('names what is written somewhere, and nothing else', () => {
		expect(auditActions.filter((action) => !isWritten(action))).toEqual([])
		expect(auditSubjectKinds.filter((kind) => !quoted.has(kind))).toEqual([])
	})

	it.each(locales)('has a text in %s for everything that it names, and for nothing else', (locale) => {
		const named = Object.keys(catalogue[locale]).flatMap((key) => key.match(/^audit\.action\.(.+)$/)?.[1] ?? [])
		expect(named.sort()).toEqual([...auditActions].sort())
	})

	it('names nothing twice', () => {
		expect(new Set(auditActions).size).toBe(auditActions.length)
		expect(new Set(auditSubjectKinds).size).toBe(auditSubjectKinds.length)
	})
})

it('has no kind of message that nobody sends', () => {
	expect(messageKinds.filter((kind) => !quoted.has(kind))).toEqual([])
})

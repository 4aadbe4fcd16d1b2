import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bookingRules } from '#app/domain/bookings/rules.ts'
import { topUpRefusalKinds } from '#app/domain/funds/refusals.ts'
import { topUpRules } from '#app/domain/funds/rules.ts'
import { refusalKinds } from '#app/domain/refusals.ts'
import { isTextKey } from '#app/i18n/translate.ts'

const root = resolve(import.meta.dirname, '../..')
const git = (...args: string[]) =>
	execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)
const files = git('ls-files', '--cached', '--others', '--exclude-standard').filter((file) =>
	existsSync(join(root, file)),
)
const code = files.filter((file) => /\.(ts|tsx|mjs|js)$/.test(file))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** Which module a file belongs to: the longest of these that its path begins with. */
const modules = [
	'app/domain',
	'app/forms',
	'app/i18n',
	'app/paths.ts',
	'app/config.server.ts',
	'app/clock.server.ts',
	'app/ui',
	'app/styles',
	'app/services',
	'app/integrations',
	'app/jobs',
	'app/http',
	'app/server',
	'app/routes',
	'app/root.tsx',
	'app/routes.ts',
	'app/entry.server.tsx',
	'db/schema',
	'db/client.server.ts',
	'db/documents.ts',
	'db/prepared.server.ts',
	'db/bounded.server.ts',
	'db/lost-connection.server.ts',
	'db/ids.ts',
	'db/queries',
	'db/migrate.ts',
	'db/migrate-cli.ts',
	'emails',
	'worker',
	'sandbox/seeds',
	'sandbox',
	'tests',
	'scripts',
]
const moduleOf = (file: string) =>
	modules.filter((module) => file === module || file.startsWith(`${module}/`)).sort((a, b) => b.length - a.length)[0]

/** Who may import whom. A module may always import itself; what a file imports for its types alone is not counted for ui. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	'app/domain': [],
	'app/forms': ['app/domain', 'app/i18n'],
	'app/i18n': ['app/domain'],
	'app/paths.ts': [],
	'app/config.server.ts': [],
	'app/clock.server.ts': ['app/config.server.ts'],
	'app/ui': ['app/i18n', 'app/paths.ts', 'app/domain'],
	'app/services': [
		'app/domain',
		'app/forms',
		'app/i18n',
		'app/paths.ts',
		'app/config.server.ts',
		'app/integrations',
		'db/queries',
		'db/schema',
		'db/client.server.ts',
		'db/ids.ts',
		'emails',
	],
	'app/integrations': ['app/config.server.ts'],
	'app/jobs': [
		'app/services',
		'app/domain',
		'app/config.server.ts',
		'app/integrations',
		'db/queries',
		'db/client.server.ts',
	],
	'app/http': [
		'app/config.server.ts',
		'app/domain',
		'app/paths.ts',
		'app/services',
		'app/i18n',
		'db/queries',
		'db/client.server.ts',
		'db/lost-connection.server.ts',
	],
	'app/server': [
		'app/http',
		'app/config.server.ts',
		'app/clock.server.ts',
		'app/i18n',
		'app/ui',
		'app/paths.ts',
		'app/integrations',
		'db/client.server.ts',
		'db/documents.ts',
		'db/lost-connection.server.ts',
		'db/queries',
		'db/ids.ts',
		'app/domain',
	],
	'app/routes': ['app/services', 'app/http', 'app/forms', 'app/ui', 'app/i18n', 'app/paths.ts', 'app/domain'],
	'app/root.tsx': ['app/http', 'app/ui', 'app/i18n', 'app/paths.ts', 'app/styles'],
	'app/routes.ts': [],
	'app/entry.server.tsx': ['app/server', 'app/http', 'app/i18n'],
	'db/schema': ['app/domain', 'db/documents.ts'],
	'db/documents.ts': [],
	'db/client.server.ts': ['db/schema', 'db/prepared.server.ts', 'db/bounded.server.ts'],
	'db/bounded.server.ts': [],
	'db/lost-connection.server.ts': [],
	'db/prepared.server.ts': [],
	'db/ids.ts': [],
	'db/queries': ['db/schema', 'db/client.server.ts', 'db/ids.ts', 'db/documents.ts', 'app/domain'],
	'db/migrate.ts': [],
	'db/migrate-cli.ts': ['db/migrate.ts'],
	emails: ['app/i18n', 'app/paths.ts', 'app/domain'],
	worker: [
		'app/jobs',
		'app/config.server.ts',
		'app/clock.server.ts',
		'db/client.server.ts',
		'db/documents.ts',
		'db/lost-connection.server.ts',
	],
	sandbox: ['app/config.server.ts', 'db/migrate.ts', 'sandbox/seeds'],
	'sandbox/seeds': [
		'db/schema',
		'db/client.server.ts',
		'db/ids.ts',
		'db/queries',
		'app/services',
		'app/domain',
		'app/config.server.ts',
	],
	scripts: [],
}

interface Import {
	target: string
	typeOnly: boolean
}

function importsOf(file: string): Import[] {
	const found: Import[] = []
	for (const [, keyword, specifier] of read(file).matchAll(
		/^(import type|import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]/gms,
	)) {
		const target = resolved(file, specifier ?? '')
		if (target) found.push({ target, typeOnly: keyword === 'import type' })
	}
	for (const [, specifier] of read(file).matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) {
		const target = resolved(file, specifier ?? '')
		if (target) found.push({ target, typeOnly: false })
	}
	return found
}

function resolved(file: string, specifier: string): string | null {
	const plain = specifier.replace(/\?.*$/, '')
	if (plain.startsWith('#')) return plain.slice(1)
	if (plain.startsWith('.')) return join(dirname(file), plain)
	return null
}

const fastRender = 'app/server/fast-render.server.ts'

describe('the architecture', () => {
	it('has every file of code in a module', () => {
		const outside = code.filter((file) => /^(app|db)\//.test(file) && !moduleOf(file))
		expect(outside).toEqual([])
	})

	it('is walked in the allowed directions only', () => {
		const wrong: string[] = []
		for (const file of code) {
			const module = moduleOf(file)
			if (!module || module === 'tests') continue
			for (const { target, typeOnly } of importsOf(file)) {
				const other = moduleOf(target)
				const allowed = other === undefined || other === module || mayImport[module]?.includes(other) === true
				// The database's shapes are types to the domain's neighbours; a type brings no code along.
				if (!allowed && !typeOnly) wrong.push(`${file} -> ${target}`)
			}
		}
		expect(wrong).toEqual([])
	})

	it('keeps tests and the sandbox out of everything else', () => {
		const wrong = code
			.filter(
				(file) => !file.startsWith('tests/') && !file.startsWith('sandbox/') && /^(app|db|emails|worker)\//.test(file),
			)
			.filter((file) => importsOf(file).some(({ target }) => /^(tests|sandbox)\//.test(target)))
		expect(wrong).toEqual([])
	})

	it('keeps what a noun has in an internal file to the services of that noun', () => {
		const wrong = code
			.filter((file) => !file.startsWith('tests/'))
			.flatMap((file) => importsOf(file).map(({ target }) => ({ file, target })))
			.filter(({ target }) => target.endsWith('/internal.server.ts'))
			.filter(({ file, target }) => !file.startsWith(target.split('/').slice(0, 3).join('/')))
		expect(wrong).toEqual([])
	})

	it('has no clock in the domain, the services or the queries', () => {
		const clock = /new Date\(\)|Date\.now\(|DateTime\.(now|local|utc)\(/
		const wrong = code
			.filter((file) => /^(app\/domain|app\/services|db\/queries)\//.test(file))
			.filter((file) =>
				read(file)
					.split('\n')
					.some((line) => clock.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line)),
			)
		expect(wrong).toEqual([])
	})

	it('reads the environment in one place', () => {
		const wrong = code
			.filter(
				(file) =>
					/^(app|db|emails|worker)\//.test(file) && file !== 'app/config.server.ts' && file !== 'db/migrate-cli.ts',
			)
			.filter((file) => /process\.env\b/.test(read(file)))
		expect(wrong).toEqual([])
	})

	it('has no file of more than 300 lines', () => {
		const long = code
			.filter((file) => /^(app|db|emails|worker|sandbox)\//.test(file) && !file.startsWith('app/i18n/'))
			.map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
			.filter(({ lines }) => lines > 300)
		expect(long).toEqual([])
	})

	it('names files in ASCII, and none of them is a grab bag', () => {
		expect(files.filter((file) => !/^[\x20-\x7e]+$/.test(file))).toEqual([])
		expect(
			code.filter(
				(file) => /(^|\/)(utils?|helpers?|common|misc)\.(ts|tsx|mjs)$/.test(file) && !file.startsWith('app/i18n/'),
			),
		).toEqual([])
	})

	it('never casts through unknown or to any', () => {
		const cast = /\bas any\s*[;,)\]}]|\bas unknown as\b|@ts-ignore|@ts-nocheck/
		const wrong = code.filter((file) => file !== 'tests/unit/architecture.test.ts' && cast.test(read(file)))
		expect(wrong).toEqual([])
	})

	it('puts HTML into a page as it is in one place, where only what React has written gets in', () => {
		const raw = code.filter(
			(file) =>
				/^(app|emails)\//.test(file) && /dangerouslySetInnerHTML|insertAdjacentHTML|innerHTML =/.test(read(file)),
		)
		expect(raw).toEqual(['app/ui/cached-markup.tsx'])
	})

	it('reaches into Remix and React DOM for speed in one file, which three others ask', () => {
		const reaches =
			/\brender(ToString|ToStaticMarkup|ToPipeableStream)\b|serverHandoff|routeModules|staticHandlerContext\.matches|\.\.\.build\b|MarkupCacheProvider\b/
		const inside = code.filter((file) => /^app\//.test(file) && reaches.test(read(file)))
		expect(inside).toEqual([
			'app/entry.server.tsx',
			'app/routes/visits.$ref.pass[.]html.tsx',
			'app/server/fast-render.server.ts',
			'app/ui/cached-markup.tsx',
		])
		const asking = code.filter((file) => importsOf(file).some(({ target }) => target === fastRender))
		expect(asking.filter((file) => !file.startsWith('tests/'))).toEqual([
			'app/entry.server.tsx',
			'app/server/app.server.ts',
			'app/server/remix-app.server.ts',
		])
		expect(read('app/entry.server.tsx')).not.toMatch(/renderToString|serverHandoff|routeModules/)
	})

	it('parses forms and queries in one place, where their names are looked at first', () => {
		const parsers = code.filter((file) => /^app\//.test(file) && /\bparseWithZod\(|\.formData\(\)/.test(read(file)))
		expect(parsers).toEqual(['app/http/form.server.ts', 'app/http/sent-form.server.ts'])
	})

	it('builds and serves by one configuration: remix.config.js is imported, and nothing else of Remix is run', () => {
		expect(read('vite.config.ts')).toContain("from './remix.config.js'")
		const { scripts } = JSON.parse(read('package.json'))
		const commands = Object.values(scripts).join('\n')
		expect(commands).toContain('remix vite:build')
		expect(commands).not.toMatch(/remix (?!vite:(build|dev)\b)/)
		expect(code.filter((file) => /from ['"]remix['"]/.test(read(file)))).toEqual([])
	})
})

describe('the rules', () => {
	const codes = Object.keys(refusalKinds)

	it('have each a file, a test, a line in the index and a place in the decision', () => {
		const index = read('app/domain/README.md')
		for (const code of codes) {
			expect(files, code).toContain(`app/domain/bookings/${code}.ts`)
			expect(files, code).toContain(`tests/unit/domain/bookings/${code}.test.ts`)
			expect(index, code).toContain(`\`${code}\``)
		}
		expect(Object.keys(bookingRules).sort()).toEqual([...codes].sort())
	})

	it('have each their words, for the officer and, where it may be told, for the family', () => {
		for (const [code, { tell }] of Object.entries(refusalKinds)) {
			expect(isTextKey(`refusals.${code}.officer`), code).toBe(true)
			expect(isTextKey(`refusals.${code}.family`), code).toBe(tell === 'plain')
		}
	})

	it('are plain functions of what is known, the policy and an instant, with nothing hung on them', () => {
		const odd = Object.entries(bookingRules).filter(
			([, rule]) => rule.length > 3 || Reflect.ownKeys(rule).some((key) => key !== 'length' && key !== 'name'),
		)
		expect(odd.map(([code]) => code)).toEqual([])
		expect(code.filter((file) => /^app\/domain\//.test(file) && /Object\.assign\(/.test(read(file)))).toEqual([])
	})

	it('begin with what they rest on', () => {
		const silent = codes.filter((code) => !read(`app/domain/bookings/${code}.ts`).startsWith('// '))
		expect(silent).toEqual([])
	})
})

describe('the rules of a top-up', () => {
	const codes = Object.keys(topUpRefusalKinds)

	it('have each a file, a test, a line in the index and a place in the decision', () => {
		const index = read('app/domain/README.md')
		for (const code of codes) {
			expect(files, code).toContain(`app/domain/funds/${code}.ts`)
			expect(files, code).toContain(`tests/unit/domain/funds/${code}.test.ts`)
			expect(index, code).toContain(`\`funds/${code}.ts\``)
			expect(read(`app/domain/funds/${code}.ts`), code).toMatch(/^\/\/ /)
		}
		expect(Object.keys(topUpRules).sort()).toEqual([...codes].sort())
	})

	it('have each their words, for the officer and, where it may be told, for the payer', () => {
		for (const [code, { tell }] of Object.entries(topUpRefusalKinds)) {
			expect(isTextKey(`funds.refusal.${code}.officer`), code).toBe(true)
			expect(isTextKey(`funds.refusal.${code}.family`), code).toBe(tell === 'plain')
			expect(isTextKey(`funds.refusal.${code}.next`), code).toBe(tell === 'plain')
		}
	})
})

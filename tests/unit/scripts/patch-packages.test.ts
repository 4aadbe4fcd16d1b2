import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { patchPackages } from '../../../scripts/patch-packages.mjs'

const patch = `Why.

--- a/src/one.js
+++ b/src/one.js
@@ -1,3 +1,4 @@
 first
-second
+2nd
+between
 third
@@ -5,2 +6,2 @@
 fifth
-sixth
+6th
--- a/two.js
+++ b/two.js
@@ -1,1 +1,1 @@
-alone
+changed
`
const before = 'first\nsecond\nthird\nfourth\nfifth\nsixth\n'
const after = 'first\n2nd\nbetween\nthird\nfourth\nfifth\n6th\n'

let folder: string
const at = (path: string) => join(folder, 'node_modules/@some/thing', path)
const read = (path: string) => readFileSync(at(path), 'utf8')
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'samvaer-patch-'))
	mkdirSync(join(folder, 'patches'))
	mkdirSync(at('src'), { recursive: true })
	writeFileSync(join(folder, 'patches/@some+thing@1.2.3.patch'), patch)
	writeFileSync(at('package.json'), '{"version":"1.2.3"}')
	writeFileSync(at('src/one.js'), before)
	writeFileSync(at('two.js'), 'alone\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('changes what the patch says, once', () => {
	expect(patchPackages(folder)).toEqual(['@some+thing@1.2.3.patch'])
	expect([read('src/one.js'), read('two.js')]).toEqual([after, 'changed\n'])
	expect(patchPackages(folder)).toEqual([])
	expect([read('src/one.js'), read('two.js')]).toEqual([after, 'changed\n'])
})

it('finishes what was broken off between two files', () => {
	writeFileSync(at('src/one.js'), after)
	expect(patchPackages(folder)).toHaveLength(1)
	expect(read('two.js')).toBe('changed\n')
})

it('names the file that is another, and changes none', () => {
	writeFileSync(at('two.js'), 'something else\n')
	expect(() => patchPackages(folder)).toThrow(/@some\+thing@1\.2\.3\.patch does not apply: .*two\.js/)
	expect(read('src/one.js')).toBe(before)
})

it('names the version that it is not for', () => {
	writeFileSync(at('package.json'), '{"version":"1.2.4"}')
	expect(() => patchPackages(folder)).toThrow('is for version 1.2.3, and 1.2.4 is installed')
})

it('has been applied to what is installed here, which is what the lock file says', () => {
	const root = resolve(import.meta.dirname, '../../..')
	expect(patchPackages(root)).toEqual([])
	expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.postinstall).toBe(
		'node scripts/patch-packages.mjs',
	)
})

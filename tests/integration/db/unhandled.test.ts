import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, it, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })

/** Runs a program in which a promise fails with nobody to hear it; its exit code, and what it said. */
function run(error: string): { status: number | null; said: string } {
	const program = `
		import { endOnUnhandledRejection } from '#db/lost-connection.server.ts'
		endOnUnhandledRejection((error) => console.log('heard', error.code))
		Promise.reject(${error})
		setTimeout(() => console.log('lives'), 50)`
	const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
		cwd: resolve(import.meta.dirname, '../../..'),
		encoding: 'utf8',
	})
	return { status, said: stdout }
}

it.each(['57P01', 'CONNECTION_CLOSED'])(
	'a lost connection (%s) that nobody hears of is logged and ends nothing',
	(code) => {
		expect(run(`Object.assign(new Error('lost'), { code: '${code}' })`)).toEqual({
			status: 0,
			said: `heard ${code}\nlives\n`,
		})
	},
)

it.each(["new TypeError('a fault')", "Object.assign(new Error('unique'), { code: '23505' })"])(
	'a fault of the program (%s) ends it',
	(error) => expect(run(error)).toEqual({ status: 1, said: '' }),
)

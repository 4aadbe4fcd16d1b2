import { DrizzleQueryError } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { workerLog } from '../../../worker/log.ts'

function logged(fields: Record<string, unknown>): string {
	const lines: string[] = []
	workerLog('info', { write: (line) => void lines.push(line) }).error(fields, 'Due work failed')
	return lines.join('')
}

it('tells what failed and where', () => {
	const line = JSON.parse(logged({ work: 'mail', failures: 2, err: new TypeError('no such thing') }))
	expect(line).toMatchObject({
		level: 'error',
		work: 'mail',
		failures: 2,
		msg: 'Due work failed',
		err: { type: 'TypeError', message: 'no such thing' },
	})
	expect(line.err.stack).toContain('worker-log.test.ts')
})

it('says of the database’s errors only their code, however deep they lie', () => {
	const cause = Object.assign(new Error('Key (email)=(kari@post.example) exists'), { code: '23505', severity: 'ERROR' })
	const err = new Error('outer', { cause: new DrizzleQueryError('select $1', ['kari@post.example'], cause) })
	expect(logged({ err })).not.toContain('kari')
	expect(logged({ err })).toContain('"code":"23505"')
})

it('leaves out whatever it does not know', () => {
	expect(logged({ work: 'mail', email: 'kari@post.example', hostname: 'h' })).not.toMatch(/kari|hostname/)
})

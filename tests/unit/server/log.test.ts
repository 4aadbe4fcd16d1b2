import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog, loggable } from '#app/server/log.server.ts'

test('a line carries known fields only', () => {
	const out = new PassThrough()
	const log = createLog('info', out)
	log.info({ requestId: 'R1', path: '/visits', name_of_visitor: 'Kari', body: { pid: '12345678901' } }, 'answered')
	const line: unknown = JSON.parse(String(out.read()))
	expect(line).toMatchObject({ level: 'info', requestId: 'R1', path: '/visits', msg: 'answered' })
	expect(JSON.stringify(line)).not.toMatch(/Kari|12345678901/)
})

test('what the database says of rows is not logged, its code and constraint are', () => {
	const cause = Object.assign(new Error('duplicate key'), {
		severity: 'ERROR',
		code: '23505',
		constraint_name: 'visitor_pid_index_key',
		detail: 'Key (email)=(kari@example.no) already exists.',
	})
	const error = Object.assign(new Error('Failed query: insert … params: kari@example.no', { cause }), {
		query: 'insert …',
	})
	const logged = loggable(error)
	expect(logged.cause).toMatchObject({ code: '23505', constraint: 'visitor_pid_index_key' })
	expect(JSON.stringify(logged)).not.toMatch(/kari|Failed query|duplicate/)
})

test('addresses and long numbers are struck out of other messages', () => {
	const logged = loggable(new TypeError('No visitor 01010112345 (kari@example.no)'))
	expect(logged).toMatchObject({ type: 'TypeError', message: 'No visitor [number] [address]' })
	expect(logged.stack).toMatch(/log\.test/)
	expect(loggable('a thrown string')).toEqual({ type: 'string' })
})

import { pino } from 'pino'
import { expect, it } from 'vitest'
import { toErrorResponse } from '#app/http/error-response.server.ts'
import { isOutage } from '#app/http/outage.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { ServiceError } from '#app/services/errors.ts'

const withCode = (code: string) => new Error('failed', { cause: Object.assign(new Error('of the database'), { code }) })

it.each(['53100', '53200', '58030', '53300', '57P01', '25006', 'CONNECTION_CLOSED', 'ANSWER_TIMEOUT', 'POOL_TIMEOUT'])(
	'%s is an outage',
	(code) => expect(isOutage(withCode(code))).toBe(true),
)

it.each(['23505', '42703', '22P02', 'ERR_INVALID_ARG_TYPE'])('%s is a fault of ours', (code) => {
	expect(isOutage(withCode(code))).toBe(false)
	const error = withCode(code)
	expect(toErrorResponse(error, { log: pino({ level: 'silent' }), requestId: 'r1' })).toBe(error)
})

it('what is answered with 503 is logged with its cause, and nothing that the cause quotes', () => {
	const lines: string[] = []
	const log = createLog('info', { write: (line) => void lines.push(line) })
	const cause = Object.assign(new Error('Key (pid)=(01019012345)'), { code: '23505', severity: 'ERROR' })
	const refused = toErrorResponse(new ServiceError('busy', 'Too late', [], { cause }), { log, requestId: 'r1' })
	expect(refused instanceof Response && refused.status).toBe(503)
	const [line = ''] = lines
	expect(JSON.parse(line)).toMatchObject({
		level: 'warn',
		msg: 'busy',
		requestId: 'r1',
		error: { cause: { code: '23505' } },
	})
	expect(line).not.toContain('01019012345')
})

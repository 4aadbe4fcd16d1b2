import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { recordCall } from '#app/services/funds/phone-credit/record-call.server.ts'
import { count, ref } from '../parse/fields.ts'
import { doneQuietly } from '../run/outcome.ts'
import { verb } from './verb.ts'

/** The phone system tells of a call that has just ended. */
export const usePhone = verb(z.strictObject({ prisoner: ref('prisoner'), minutes: count.min(1, 'is below 1') }), {
	async run(fixture, { prisoner, minutes }) {
		const ctx = { db: fixture.db, now: fixture.now, actor: { kind: 'system' as const }, requestId: null }
		const call = {
			callId: randomUUID(),
			prisoner: { id: fixture.labels.idOf(prisoner) },
			minutes,
			endedAt: fixture.now,
		}
		await recordCall(ctx, call)
		return doneQuietly
	},
})

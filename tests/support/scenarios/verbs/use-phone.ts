import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { recordCall } from '#app/services/funds/record-call.server.ts'
import { count, ref } from '../parse/fields.ts'
import { doneQuietly } from '../run/outcome.ts'
import { verb } from './deed.ts'

/** The phone system tells of a call that has just ended. */
export const usePhone = verb(z.strictObject({ prisoner: ref('prisoner'), minutes: count.min(1, 'is below 1') }), {
	async run(world, { prisoner, minutes }) {
		const ctx = { db: world.db, now: world.now, actor: { kind: 'system' as const }, requestId: null }
		const call = { callId: randomUUID(), prisoner: { id: world.labels.idOf(prisoner) }, minutes, endedAt: world.now }
		await recordCall(ctx, call)
		return doneQuietly
	},
})

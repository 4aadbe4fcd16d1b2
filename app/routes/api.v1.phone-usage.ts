import { json } from '@remix-run/node'
import { defineAction } from '#app/http/define-action.server.ts'
import { receiveUsage } from '#app/services/funds/phone-credit/receive-usage.server.ts'

const statusOf = { unsigned: 401, unreadable: 400, 'too-many': 413 } as const

/** The phone system tells of calls. Its own signature says who it is; the answer is given once the calls are booked. */
export const action = defineAction({ who: 'public' }, async ({ ctx, request, context }) => {
	const signature = request.headers.get('samvaer-signature') ?? ''
	const input = { body: await request.text(), signature, machineNow: context.machineNow }
	const answer = await receiveUsage({ ...ctx, actor: { kind: 'system' } }, input)
	if (!('error' in answer)) return json(answer)
	context.log.warn({ requestId: context.requestId, reason: `phone-usage ${answer.error}` }, 'refused')
	return json(answer, statusOf[answer.error])
})

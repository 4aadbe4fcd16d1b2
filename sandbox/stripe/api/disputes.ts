import { z } from 'zod'
import { isOpen, loseDispute } from '../objects/disputing.ts'
import { emitEvent } from '../store.ts'
import type { Call, Endpoint } from './call.ts'
import { expanded } from './expand.ts'
import { cannot, missing } from './fault.ts'
import { expand, paramsOf } from './params.ts'

function find({ store, ids: [id = ''] }: Call) {
	const dispute = store.disputes.find((one) => one.id === id)
	if (!dispute) throw missing('dispute', id)
	return dispute
}

/** The merchant's answer: what it says, and whether it is sent off now. */
function update(call: Call): object {
	const { at, store, form, key, requestId } = call
	const asked = paramsOf(
		z.strictObject({
			evidence: z.strictObject({ uncategorized_text: z.string().max(20_000).optional() }).default({}),
			expand,
			submit: z.enum(['true', 'false']).default('true'),
		}),
		form,
	)
	const dispute = find(call)
	if (!isOpen(dispute) || dispute.evidence_details.submission_count > 0)
		throw cannot('This dispute is already closed, or its evidence has been submitted.', 'dispute_evidence_final')
	if (asked.evidence.uncategorized_text !== undefined) {
		dispute.evidence.uncategorized_text = asked.evidence.uncategorized_text
		dispute.evidence_details.has_evidence = true
	}
	if (asked.submit === 'true') {
		dispute.evidence_details.submission_count = 1
		dispute.evidence_details.submission_method = 'manual'
		dispute.status = 'under_review'
	}
	emitEvent(store, { type: 'charge.dispute.updated', object: dispute }, at, { requestId, key })
	return expanded(store, dispute, asked.expand)
}

/** The merchant gives in. */
function close(call: Call): object {
	const asked = paramsOf(z.strictObject({ expand }), call.form)
	const dispute = find(call)
	const closed = loseDispute(call.store, dispute, call.at, { requestId: call.requestId, key: call.key })
	if (!closed) throw cannot('This dispute is already closed')
	return expanded(call.store, dispute, asked.expand)
}

export const disputeEndpoints: Endpoint[] = [
	{ method: 'POST', path: /^\/v1\/disputes\/(\w+)$/, run: update },
	{ method: 'POST', path: /^\/v1\/disputes\/(\w+)\/close$/, run: close },
]

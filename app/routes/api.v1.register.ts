import { defineAction } from '#app/http/define-action.server.ts'
import { answerWith } from '#app/http/refusal-answer.server.ts'
import { bytesOfBody } from '#app/http/streamed-body.server.ts'
import { isTooLong } from '#app/http/too-long-body.ts'
import { paths } from '#app/paths.ts'
import { receiveFile } from '#app/services/register/receive-file.server.ts'

/**
 * A facility's own system sends its register file: docs/api.md. The key is asked for before a byte of the file is read; what
 * is sent twice under one Idempotency-Key is one import.
 */
export const action = defineAction(
	{ who: 'facility-key', limit: 'register-file' },
	async ({ ctx, facilityId, request }) => {
		const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
		if (type.trim().toLowerCase() !== 'text/csv') throw answerWith(415)
		const idempotencyKey = request.headers.get('idempotency-key') ?? ''
		if (!/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) throw answerWith(400)
		try {
			const { ref, again } = await receiveFile(ctx, { facilityId, idempotencyKey, bytes: bytesOfBody(request) })
			const status = paths.api(`register/${ref}`)
			return Response.json({ ref, status, again }, { status: 202, headers: { Location: status } })
		} catch (error) {
			throw isTooLong(error) ? answerWith(413) : error
		}
	},
)

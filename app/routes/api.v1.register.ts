import { isTooLong } from '#app/http/body-too-long.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { emptyResponse } from '#app/http/error-response.server.ts'
import { bytesOfBody } from '#app/http/streamed-body.server.ts'
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
		if (type.trim().toLowerCase() !== 'text/csv') throw emptyResponse(415)
		const idempotencyKey = request.headers.get('idempotency-key') ?? ''
		if (!/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) throw emptyResponse(400)
		try {
			const { ref, again } = await receiveFile(ctx, { facilityId, idempotencyKey, bytes: bytesOfBody(request) })
			const status = paths.api(`register/${ref}`)
			return Response.json({ ref, status, again }, { status: 202, headers: { Location: status } })
		} catch (error) {
			throw isTooLong(error) ? emptyResponse(413) : error
		}
	},
)

import { ServiceError, type ServiceErrorCode } from '#app/services/errors.ts'
import type { RequestContext } from './load-context.server.ts'
import { isOutage } from './outage.server.ts'

const statusOf: Readonly<Record<ServiceErrorCode, number>> = {
	'not-allowed': 403,
	'not-found': 404,
	'wrong-state': 409,
	incomplete: 400,
	busy: 503,
}

/** An answer without a body: what is thrown reaches the browser as it stands, so it says nothing but its number. */
export function emptyResponse(status: number): Response {
	return new Response(null, { status })
}

/**
 * What a loader or action throws on: a use case's refusal as its status, with what was done before it where that is known, an
 * outage as 503, anything else as it came.
 */
export function toErrorResponse(
	error: unknown,
	{ log, requestId }: Pick<RequestContext, 'log' | 'requestId'>,
): unknown {
	const refused = error instanceof ServiceError ? error : null
	if (refused?.code === 'busy' || (refused === null && isOutage(error))) {
		log.warn({ requestId, error }, refused ? 'busy' : 'the database is out of reach')
		return emptyResponse(503)
	}
	if (refused === null) return error
	// As a reference that nobody has: that there is such a thing in another prison is not for this officer.
	const status = statusOf[refused.isElsewhere ? 'not-found' : refused.code]
	return refused.conflict ? Response.json(refused.conflict, { status }) : emptyResponse(status)
}

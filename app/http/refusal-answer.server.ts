import { ServiceError, type ServiceErrorCode } from '#app/services/errors.ts'
import { isOutage } from './outage.server.ts'

const statusOf: Readonly<Record<ServiceErrorCode, number>> = {
	'not-allowed': 403,
	'not-found': 404,
	'wrong-state': 409,
	incomplete: 400,
	busy: 503,
}

/** An answer without a body: what is thrown reaches the browser as it stands, so it says nothing but its number. */
export function answerWith(status: number): Response {
	return new Response(null, { status })
}

/** What a loader or action throws on: a deed's refusal as its status, with what was done before it where that is known, an outage as 503, anything else as it came. */
export function toThrow(error: unknown): unknown {
	if (error instanceof ServiceError) {
		if (error.conflict) return Response.json(error.conflict, { status: statusOf[error.code] })
		return answerWith(statusOf[error.code])
	}
	return isOutage(error) ? answerWith(503) : error
}

import type Stripe from 'stripe'

type RawType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'

export interface FaultShape {
	type: RawType
	message: string
	code?: string
	param?: string
	doc_url?: string
	request_log_url?: string
}

/** A request that is answered with an error. `kept`: whether a later request with the same key gets it again. */
export class Fault extends Error {
	readonly status: number
	readonly shape: FaultShape
	readonly kept: boolean

	constructor(status: number, shape: FaultShape, kept = true) {
		super(shape.message)
		this.status = status
		this.shape = shape
		this.kept = kept
	}
}

/** The request itself is wrong. Nothing was begun, so nothing is kept under its key. */
export function wrong(message: string, param?: string, code?: string): Fault {
	return new Fault(400, shapeOf('invalid_request_error', message, code, param), false)
}

/** The request is well formed, but what it asks for cannot be. */
export function cannot(message: string, code?: string, param?: string): Fault {
	return new Fault(400, shapeOf('invalid_request_error', message, code, param))
}

export function missing(what: string, id: string, param = 'id'): Fault {
	return new Fault(404, shapeOf('invalid_request_error', `No such ${what}: '${id}'`, 'resource_missing', param), false)
}

export const brokenDown = () =>
	new Fault(500, {
		type: 'api_error',
		message: "Sorry! There was an error while talking to one of our backends. We've been notified.",
	})

export function shapeOf(type: RawType, message: string, code?: string, param?: string): FaultShape {
	return {
		type,
		message,
		...(code === undefined
			? {}
			: { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
		...(param === undefined ? {} : { param }),
	}
}

/** The SDK tells errors apart by these fields; the compiler holds ours against what it reads. */
export const bodyOf = (shape: FaultShape): { error: FaultShape & Pick<Stripe.StripeRawError, 'type' | 'message'> } => ({
	error: shape,
})

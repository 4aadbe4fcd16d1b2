import type { Store } from '../store.ts'
import type { Form } from './form-body.ts'

/** One request as an endpoint sees it. */
export interface Call {
	store: Store
	/** Seconds, on the clock given. */
	at: number
	/** Where the stand-in is reached. */
	origin: string
	/** The names in the address, in their order. */
	ids: readonly string[]
	form: Form
	requestId: string
	key: string | null
}

export interface Endpoint {
	method: 'GET' | 'POST'
	path: RegExp
	/** Answers without waiting for anything: what one request does, no other sees half done. */
	run: (call: Call) => object
}

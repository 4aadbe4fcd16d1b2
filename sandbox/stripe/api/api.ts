import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../objects/ids.ts'
import { expireDue } from '../objects/payment.ts'
import { apiVersion } from '../objects/types.ts'
import type { Keyed, Store } from '../store.ts'
import type { Endpoint } from './call.ts'
import { disputeEndpoints } from './disputes.ts'
import { bodyOf, brokenDown, Fault, shapeOf, wrong } from './fault.ts'
import { readForm } from './form-body.ts'
import { type Answer, returnKey, takeKey } from './idempotency.ts'
import type { FaultInjector } from './injected-fault.ts'
import { readEndpoints } from './reads.ts'
import { refundEndpoints } from './refunds.ts'
import { sessionEndpoints } from './sessions.ts'

export interface ApiOptions {
	store: Store
	faults: FaultInjector
	secretKey: string
	origin: string
	/** Seconds, on the clock given. */
	now: () => Promise<number>
}

export interface ApiRequest {
	method: string
	path: string
	/** The query of a GET, the body of a POST. */
	text: string
	authorization: string | undefined
	contentType: string | undefined
	version: string | undefined
	key: string | undefined
}

/** `null`: the line breaks without an answer. */
export type ApiAnswer = (Answer & { headers: Record<string, string> }) | null

const endpoints: readonly Endpoint[] = [...sessionEndpoints, ...readEndpoints, ...refundEndpoints, ...disputeEndpoints]

/** Stripe's API, as far as it goes here: who asks, what was asked before under this key, and then the use case itself. */
export async function answerApi(options: ApiOptions, request: ApiRequest): Promise<ApiAnswer> {
	const { store, faults } = options
	const requestId = newId('req', 14)
	const fault = faults.befall(`${request.method} ${request.path}`)
	if (fault?.kind === 'down') return null
	const at = await options.now()
	expireDue(store, at)
	let entry: Keyed | null = null
	let answer: Answer
	let replayed = false
	try {
		const endpoint = endpointOf(options, request)
		if (fault?.kind === 'too-many')
			throw new Fault(
				429,
				shapeOf('invalid_request_error', 'Request rate limit exceeded. Learn more about rate limits.', 'rate_limit'),
				false,
			)
		const key = request.method === 'POST' ? (request.key ?? null) : null
		const taken = key === null ? null : takeKey(store, key, `${request.method} ${request.path} ${request.text}`, at)
		if (taken && 'before' in taken) {
			answer = taken.before
			replayed = true
		} else {
			entry = taken?.entry ?? null
			answer = run(options, request, { endpoint, at, requestId, key, breaks: fault?.kind ?? null, entry })
		}
		if (fault?.kind === 'slow') await pause(fault.ms)
	} catch (error) {
		if (!(error instanceof Fault)) throw error
		answer = faultAnswer(error, requestId)
	}
	// Answered only once it is known that a restart would still know it. The key is busy until then.
	if (entry && store.keys.includes(entry)) entry.answer = answer
	await store.saved()
	if (fault?.kind === 'answer-lost') return null
	return { ...answer, headers: headersOf(answer, request, { requestId, replayed }) }
}

interface Run {
	endpoint: { endpoint: Endpoint; ids: readonly string[] }
	at: number
	requestId: string
	key: string | null
	breaks: string | null
	entry: Keyed | null
}

/** Does it. What went wrong after it was begun is an answer like any other. */
function run({ store, origin }: ApiOptions, request: ApiRequest, how: Run): Answer {
	const { at, breaks, endpoint, entry, key, requestId } = how
	try {
		if (breaks === 'fails-before') throw brokenDown()
		const form = readForm(request.text)
		const object = endpoint.endpoint.run({ store, at, origin, ids: endpoint.ids, form, requestId, key })
		if (breaks === 'fails-after') throw brokenDown()
		return { status: 200, body: JSON.stringify(object, null, 2), requestId }
	} catch (error) {
		if (entry && !(error instanceof Fault && error.kept)) returnKey(store, entry)
		if (!(error instanceof Fault)) throw error
		return faultAnswer(error, requestId)
	}
}

function endpointOf({ secretKey }: ApiOptions, request: ApiRequest) {
	const [scheme, given] = (request.authorization ?? '').split(' ')
	const token =
		scheme === 'Basic'
			? Buffer.from(given ?? '', 'base64')
					.toString('utf8')
					.split(':')[0]
			: given
	if (!token)
		throw new Fault(
			401,
			shapeOf(
				'invalid_request_error',
				"You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
			),
			false,
		)
	if (token !== secretKey)
		throw new Fault(401, shapeOf('invalid_request_error', `Invalid API Key provided: ${masked(token)}`), false)
	if (request.version !== undefined && request.version !== apiVersion)
		throw wrong(`Invalid Stripe API version: ${request.version}. This stand-in speaks ${apiVersion} alone.`)
	if (request.method === 'POST' && request.text !== '' && !isForm(request.contentType))
		throw wrong('Invalid request: the body must be application/x-www-form-urlencoded.')
	for (const endpoint of endpoints) {
		const found = endpoint.method === request.method ? endpoint.path.exec(request.path) : null
		if (found) return { endpoint, ids: found.slice(1) }
	}
	throw new Fault(
		404,
		shapeOf('invalid_request_error', `Unrecognized request URL (${request.method}: ${request.path}).`),
		false,
	)
}

const isForm = (type: string | undefined) => type?.split(';')[0]?.trim() === 'application/x-www-form-urlencoded'

const masked = (key: string) => `${key.slice(0, 8)}${'*'.repeat(Math.max(0, key.length - 12))}${key.slice(-4)}`

function faultAnswer(fault: Fault, requestId: string): Answer {
	return { status: fault.status, body: JSON.stringify(bodyOf(fault.shape), null, 2), requestId }
}

function headersOf(
	answer: Answer,
	request: ApiRequest,
	{ replayed, requestId }: { replayed: boolean; requestId: string },
): Record<string, string> {
	return {
		'content-type': 'application/json',
		'request-id': requestId,
		'stripe-version': request.version ?? apiVersion,
		...(request.key === undefined ? {} : { 'idempotency-key': request.key }),
		...(replayed ? { 'idempotent-replayed': 'true', 'original-request': answer.requestId } : {}),
		// Asked again by the same key it would be the same answer.
		...(answer.status === 500 && request.key !== undefined ? { 'stripe-should-retry': 'false' } : {}),
	}
}

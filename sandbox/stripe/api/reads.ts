import { z } from 'zod'
import type { Store } from '../store.ts'
import type { Call, Endpoint } from './call.ts'
import { expanded } from './expand.ts'
import { missing } from './fault.ts'
import { pageOf } from './paging.ts'
import { expand, listing, paramsOf } from './params.ts'

interface Kind {
	/** Its folder in the address, and what it is called when there is none. */
	folder: string
	name: string
	param: string
	all: (store: Store) => readonly { id: string; created: number }[]
	/** What a list of it can be narrowed by: the value of the field of that name. */
	filters: readonly string[]
}

const kinds: readonly Kind[] = [
	{ folder: 'payment_intents', name: 'payment_intent', param: 'intent', all: (store) => store.intents, filters: [] },
	{ folder: 'charges', name: 'charge', param: 'id', all: (store) => store.charges, filters: ['payment_intent'] },
	{
		folder: 'refunds',
		name: 'refund',
		param: 'refund',
		all: (store) => store.refunds,
		filters: ['charge', 'payment_intent'],
	},
	{
		folder: 'disputes',
		name: 'dispute',
		param: 'id',
		all: (store) => store.disputes,
		filters: ['charge', 'payment_intent'],
	},
	{
		folder: 'balance_transactions',
		name: 'balance transaction',
		param: 'id',
		all: (store) => store.movements,
		filters: ['currency', 'source', 'type'],
	},
]

/** One object by its name, and a page of all. */
function readsOf(kind: Kind): Endpoint[] {
	const path = `/v1/${kind.folder}`
	const shape = z.strictObject({
		...listing,
		...Object.fromEntries(kind.filters.map((name) => [name, z.string().optional()])),
	})
	return [
		{
			method: 'GET',
			path: new RegExp(`^${path}$`),
			run: ({ store, form }) => {
				const asked = paramsOf(shape, form)
				const wanted = kind.filters.map((name): [string, unknown] => [name, Reflect.get(asked, name)])
				const some = kind
					.all(store)
					.filter((one) => wanted.every(([name, value]) => value === undefined || Reflect.get(one, name) === value))
				return expanded(store, pageOf(some, asked, path), asked.expand)
			},
		},
		{
			method: 'GET',
			path: new RegExp(`^${path}/(\\w+)$`),
			run: (call) => {
				const asked = paramsOf(z.strictObject({ expand }), call.form)
				return expanded(call.store, found(kind, call), asked.expand)
			},
		},
	]
}

function found(kind: Kind, { store, ids: [id = ''] }: Call): object {
	const one = kind.all(store).find((other) => other.id === id)
	if (!one) throw missing(kind.name, id, kind.param)
	return one
}

const events: Endpoint[] = [
	{
		method: 'GET',
		path: /^\/v1\/events$/,
		run: ({ store, form }) => {
			const asked = paramsOf(
				z.strictObject({
					...listing,
					delivery_success: z.enum(['true', 'false']).optional(),
					type: z.string().optional(),
					types: z.array(z.string().min(1)).max(20).optional(),
				}),
				form,
			)
			const some = store.events.filter(
				(one) =>
					(asked.type === undefined || matches(one.type, asked.type)) &&
					(asked.types === undefined || asked.types.includes(one.type)) &&
					(asked.delivery_success === undefined ||
						(asked.delivery_success === 'true') === (one.pending_webhooks === 0)),
			)
			return pageOf(some, asked, '/v1/events')
		},
	},
	{
		method: 'GET',
		path: /^\/v1\/events\/(\w+)$/,
		run: ({ store, form, ids: [id = ''] }) => {
			paramsOf(z.strictObject({}), form)
			const one = store.events.find((other) => other.id === id)
			if (!one) throw missing('event', id)
			return one
		},
	},
]

/** `charge.*` stands for every kind that begins so. */
const matches = (type: string, asked: string) =>
	asked.endsWith('*') ? type.startsWith(asked.slice(0, -1)) : type === asked

export const readEndpoints: Endpoint[] = [...kinds.flatMap(readsOf), ...events]

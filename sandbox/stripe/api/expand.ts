import type { Store } from '../store.ts'
import { wrong } from './fault.ts'

/** Fields that hold the name of another object, by the kind that they are in, and what is left out unless asked for. */
const expandable: Record<string, readonly string[]> = {
	'checkout.session': ['payment_intent', 'line_items'],
	payment_intent: ['latest_charge'],
	charge: ['balance_transaction', 'payment_intent', 'refunds'],
	refund: ['balance_transaction', 'charge', 'failure_balance_transaction', 'payment_intent'],
	dispute: ['charge', 'payment_intent'],
	balance_transaction: ['source'],
	list: ['data'],
}

const deepest = 4

/** The object with the fields at these paths (`payment_intent.latest_charge`) put in whole. What is kept does not change. */
export function expanded(store: Store, object: object, paths: readonly string[]): object {
	let answer = object
	for (const [index, path] of paths.entries()) {
		const parts = path.split('.')
		if (parts.length > deepest)
			throw wrong(`You cannot expand more than ${deepest} levels of a property. Property: ${path}`, `expand[${index}]`)
		answer = along(store, answer, parts, path, index)
	}
	return answer
}

function along(store: Store, object: object, [field = '', ...rest]: string[], path: string, index: number): object {
	const kind = 'object' in object && typeof object.object === 'string' ? object.object : ''
	if (!expandable[kind]?.includes(field)) throw wrong(`This property cannot be expanded (${path}).`, `expand[${index}]`)
	const there = heldBy(store, object, field)
	const onward = (value: object) => (rest.length === 0 ? value : along(store, value, rest, path, index))
	if (Array.isArray(there)) return { ...object, [field]: there.map(onward) }
	if (typeof there === 'object' && there !== null) return { ...object, [field]: onward(there) }
	return object
}

/** What a field holds, whole. Null where there is nothing to put in. */
function heldBy(store: Store, object: object, field: string): unknown {
	const id = 'id' in object && typeof object.id === 'string' ? object.id : ''
	if (field === 'line_items') return listOf(store.lines[id] ?? [], `/v1/checkout/sessions/${id}/line_items`)
	if (field === 'refunds')
		return listOf(store.refunds.filter((one) => one.charge === id).reverse(), `/v1/charges/${id}/refunds`)
	const value: unknown = Reflect.get(object, field)
	if (typeof value !== 'string') return value ?? null
	const all = [...store.intents, ...store.charges, ...store.refunds, ...store.disputes, ...store.movements]
	return all.find((one) => one.id === value) ?? null
}

const listOf = (data: readonly object[], url: string) => ({ object: 'list', data, has_more: false, url })

import type Stripe from 'stripe'
import type { z } from 'zod'
import { missing } from './fault.ts'
import type { listing } from './params.ts'

type ListParams = z.output<z.ZodObject<typeof listing>>

/** One page of what is kept, the newest first. */
export function pageOf<T extends { id: string; created: number }>(
	kept: readonly T[],
	asked: ListParams,
	url: string,
): Stripe.ApiList<T> {
	const { created, ending_before: before, limit, starting_after: after } = asked
	const all = kept.filter((one) => !created || isWithin(one.created, created)).reverse()
	const placeOf = (id: string, param: string) => {
		const place = all.findIndex((one) => one.id === id)
		if (place < 0) throw missing('object', id, param)
		return place
	}
	if (before !== undefined) {
		const end = placeOf(before, 'ending_before')
		const start = Math.max(0, end - limit)
		return { object: 'list', data: all.slice(start, end), has_more: start > 0, url }
	}
	const start = after === undefined ? 0 : placeOf(after, 'starting_after') + 1
	return { object: 'list', data: all.slice(start, start + limit), has_more: all.length > start + limit, url }
}

function isWithin(at: number, { gt, gte, lt, lte }: NonNullable<ListParams['created']>): boolean {
	return (
		(gt === undefined || at > gt) &&
		(gte === undefined || at >= gte) &&
		(lt === undefined || at < lt) &&
		(lte === undefined || at <= lte)
	)
}

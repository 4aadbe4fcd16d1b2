import { z } from 'zod'
import { restrictionKinds, restrictionStates } from '#app/domain/restrictions/kinds.ts'

/** Whom an officer looks for. Sent in the form's body: no name stands in an address. */
export const findPersonForm = z.strictObject({
	step: z.literal('find'),
	q: z.string({ error: 'search.error.nothing' }).trim().max(100, 'search.error.too-long'),
})

const kind = z.enum(restrictionKinds).nullable().catch(null)
const state = z.enum(restrictionStates).catch('in-force')
const page = z.coerce.number().int().min(1).max(500).catch(1)

/** What a list's address asks for; what it says wrongly is as if it were left out. */
export function restrictionFilterIn({ searchParams }: URL) {
	return {
		kind: kind.parse(searchParams.get('kind')),
		state: state.parse(searchParams.get('state')),
		prisoner: searchParams.get('prisoner'),
		visitor: searchParams.get('visitor'),
		page: page.parse(searchParams.get('page') ?? undefined),
	}
}

/** Ends a restriction before its time. */
export const endRestrictionForm = z.strictObject({
	step: z.literal('end'),
	reason: z
		.string({ error: 'common.error.reason' })
		.trim()
		.min(3, 'common.error.reason')
		.max(500, 'errors.form.too-long'),
})

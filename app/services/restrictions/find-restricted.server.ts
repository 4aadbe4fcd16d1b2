import { nameInList } from '#app/domain/person-name.ts'
import { requireOfficerHere } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { findPeople } from '../search/find-people.server.ts'

export interface FoundForRestriction {
	kind: 'prisoner' | 'visitor'
	ref: string
	name: string
	number: string | null
	born: string
}

/**
 * Prisoners of the officer's facility, and visitors who have to do with it, by number, name or birth date: the first 20. Each is
 * logged, for security. `error` is a text key.
 *
 * @throws ServiceError `not-allowed`
 */
export async function findRestricted(
	ctx: Ctx,
	typed: string,
): Promise<
	| { people: FoundForRestriction[] }
	| { error: `search.error.${'nothing' | 'too-short' | 'too-long' | 'national-number'}` }
> {
	requireOfficerHere(ctx, 'see-restrictions')
	const found = await findPeople(ctx, { typed, reason: 'security' })
	if (found.kind === 'not-asked') return { error: `search.error.${found.why}` }
	if (found.kind === 'booking') return { people: [] }
	return {
		people: found.people.map(({ kind, ref, number, born, ...name }) => ({
			...{ kind, ref, number, born, name: nameInList(name) },
		})),
	}
}

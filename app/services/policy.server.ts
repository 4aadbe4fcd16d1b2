import type { Policy } from '#app/domain/policy.ts'
import { policyForm, policyFrom } from '#app/forms/policy.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { StoredPolicy } from '#db/queries/bookings/places.document.ts'
import { selectPolicy } from '#db/queries/bookings/places.ts'

// A version never changes once it is published, so what was parsed of it may be kept.
const parsed = new Map<string, Policy>()
const defaults = policyFrom({})

/** The policy of a stored version; the defaults where a facility has published none. */
export function policyOf(stored: StoredPolicy | null): Policy {
	if (!stored) return defaults
	const known = parsed.get(stored.id)
	if (known) return known
	const policy = policyFrom(policyForm.parse(stored.parameters))
	parsed.set(stored.id, policy)
	return policy
}

/** The facility's policy in force at an instant. */
export async function policyInForce(db: DbOrTx, facilityId: string, now: Date): Promise<Policy> {
	return policyOf(await selectPolicy(db, facilityId, now))
}

import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { transaction } from '#app/services/transaction.server.ts'
import { newId } from '#db/ids.ts'
import { facilityPolicy } from '#db/schema/index.ts'
import { ref } from '../parse/fields.ts'
import { policy } from '../parse/given-facilities.ts'
import { doneQuietly } from '../run/outcome.ts'
import { verb } from './verb.ts'

const changed = policy.refine((changes) => Object.keys(changes).length > 0, { message: 'changes nothing' })

/** A version of a facility's policy that holds from now on: the one before it, with what changes. */
export const publish = verb(z.strictObject({ facility: ref('facility'), policy: changed }), {
	async run({ owner, now, labels }, { facility, policy: changes }) {
		const facilityId = labels.idOf(facility)
		await transaction(owner, async (tx) => {
			const [before] = await tx
				.update(facilityPolicy)
				.set({ validTo: now })
				.where(and(eq(facilityPolicy.facilityId, facilityId), isNull(facilityPolicy.validTo)))
				.returning()
			const parameters = { ...before?.parameters, ...changes }
			await tx.insert(facilityPolicy).values({ id: newId(now), facilityId, validFrom: now, parameters })
		})
		return doneQuietly
	},
})

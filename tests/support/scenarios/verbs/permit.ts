import { z } from 'zod'
import { changePermit } from '#app/services/events/change-permit.server.ts'
import { ref } from '../parse/fields.ts'
import { permitFields } from '../parse/given-permits.ts'
import { doneQuietly } from '../run/outcome.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { verb } from './deed.ts'

const fields = z.strictObject({
	visitor: ref('visitor'),
	prisoner: ref('prisoner'),
	state: permitFields.state.exactOptional(),
	controls: permitFields.controls.exactOptional(),
	relationship: permitFields.relationship.exactOptional(),
	channels: permitFields.channels.exactOptional(),
	track: permitFields.track.exactOptional(),
	officialKind: z.exactOptional(permitFields.officialKind),
	guardianConsent: permitFields.guardianConsent.exactOptional(),
	validTo: z.exactOptional(permitFields.validTo),
	recheckDue: z.exactOptional(permitFields.recheckDue),
})

/** A permit that is there already is changed. */
export const permit = verb(fields, {
	async run(world, { visitor, prisoner, ...change }) {
		const key = { visitorId: world.labels.idOf(visitor), prisonerId: world.labels.idOf(prisoner) }
		await changePermit(ctxOfOfficer(world), { permit: key, change })
		return doneQuietly
	},
})

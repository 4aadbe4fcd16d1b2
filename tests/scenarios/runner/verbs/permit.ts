import { z } from 'zod'
import { changePermit } from '#app/services/permits/change-permit.server.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { ref } from '../parse/fields.ts'
import { permitFields } from '../parse/given-permits.ts'
import { doneQuietly } from '../run/outcome.ts'
import { verb } from './verb.ts'

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
	async run(fixture, { visitor, prisoner, ...change }) {
		const key = { visitorId: fixture.labels.idOf(visitor), prisonerId: fixture.labels.idOf(prisoner) }
		await changePermit(ctxOfOfficer(fixture), { permit: key, change })
		return doneQuietly
	},
})

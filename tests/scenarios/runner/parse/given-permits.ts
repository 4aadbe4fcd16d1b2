import { z } from 'zod'
import { controls } from '#app/domain/permits/controls.ts'
import { channels, officialKinds, permitStates, relationships, tracks } from '#app/domain/permits/permit.ts'
import { date, label, oneOf, orWord, ref, yesOrNo } from './fields.ts'

/** What a permit says, beside whose it is. */
export const permitFields = {
	state: oneOf(permitStates),
	controls: z.array(oneOf(controls)),
	relationship: oneOf(relationships),
	channels: z.array(oneOf(channels)),
	track: oneOf(tracks),
	officialKind: orWord('none', oneOf(officialKinds)),
	guardianConsent: yesOrNo,
	validTo: orWord('none', date),
	recheckDue: orWord('none', date),
}

export const permit = z
	.strictObject({
		visitor: ref('visitor'),
		prisoner: ref('prisoner'),
		state: permitFields.state.default('active'),
		controls: permitFields.controls.default([]),
		relationship: permitFields.relationship.default('friend'),
		channels: permitFields.channels.default(['visit', 'phone']),
		track: permitFields.track.default('family'),
		officialKind: permitFields.officialKind.default(null),
		guardianConsent: permitFields.guardianConsent.default(true),
		validTo: permitFields.validTo.default(null),
		recheckDue: permitFields.recheckDue.default(null),
		as: label.optional(),
	})
	.refine((given) => (given.track === 'official') === (given.officialKind !== null), {
		path: ['officialKind'],
		message: 'goes with track: official, and only with it',
	})

export const permits = z.array(permit).default([])
export type GivenPermits = z.output<typeof permits>

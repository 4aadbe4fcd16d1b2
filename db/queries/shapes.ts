import { z } from 'zod'
import { controls } from '#app/domain/permits/controls.ts'
import { channels, officialKinds, permitStates, relationships, tracks } from '#app/domain/permits/permit.ts'
import { custodies, legalStatuses, securityLevels } from '#app/domain/prisoners/prisoner.ts'
import { courtRestrictionTypes, type ProtectiveOrder } from '#app/domain/restrictions/restrictions.ts'
import { policyParameters } from '#db/schema/documents.ts'

/** What several documents hold. Objects are strict: a field too many is a fault as one too few is. */

export const uuid = z.guid()
export const day = z.iso.date()
export const instant = z.iso.datetime({ offset: true })

const span = { start: instant, end: instant }

export const prisonerShape = z.strictObject({
	id: uuid,
	facilityId: uuid,
	unit: z.string(),
	securityLevel: z.enum(securityLevels),
	legalStatus: z.enum(legalStatuses),
	custody: z.enum(custodies),
})

export const permitShape = z.strictObject({
	id: uuid,
	state: z.enum(permitStates),
	controls: z.array(z.enum(controls)),
	channels: z.array(z.enum(channels)),
	relationship: z.enum(relationships),
	track: z.enum(tracks),
	officialKind: z.enum(officialKinds).nullable(),
	validTo: day.nullable(),
	recheckDue: day.nullable(),
	guardianConsent: z.boolean(),
})

export const courtRestrictionShape = z.strictObject({
	id: uuid,
	type: z.enum(courtRestrictionTypes),
	except: z.array(uuid),
	coversOfficial: z.boolean(),
	...span,
})

export const banShape = z.strictObject({ id: uuid, visitorId: uuid, facilityId: uuid.nullable(), ...span })

export const protectiveOrderShape = z.strictObject({
	id: uuid,
	visitorId: uuid,
	start: instant,
	end: instant.nullable(),
	clockStopped: z.boolean(),
})

/** A protective order as a document has it, with its instants. */
export function toProtectiveOrder(row: z.output<typeof protectiveOrderShape>): ProtectiveOrder {
	return { ...row, start: new Date(row.start), end: row.end === null ? null : new Date(row.end) }
}

/** A version of a facility's policy as stored. Its values are parsed where it is read into a `Policy`. */
export const storedPolicyShape = z.strictObject({
	id: uuid,
	parameters: policyParameters,
})

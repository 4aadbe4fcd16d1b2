import { z } from 'zod'
import { controls } from '#app/domain/permits/controls.ts'
import { permitStates } from '#app/domain/permits/permit.ts'
import { policyFields } from '#app/domain/policy.ts'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** What an audit entry says besides who, what and when: ids, counts, codes and field names, each by itself or in a list. */
export const auditDetail = z.record(z.string().regex(/^[a-z][A-Za-z]*$/), z.union([scalar, z.array(scalar)]))

/** What a message needs that cannot be read again when it is sent. */
export const messageDetail = z.partialRecord(z.enum(['formerly', 'left']), z.string())

/** A facility's own values in place of the defaults. They are parsed where they are read into a `Policy`. */
export const policyParameters = z.partialRecord(z.enum(policyFields), z.unknown())

/** Texts by what they are about: a control, a child. */
export const textsById = z.record(z.string(), z.string())

/** A letter as it was sent: its headings and paragraphs, in the reader's language. */
export const letterDocument = z.strictObject({
	title: z.string(),
	sections: z.array(z.strictObject({ heading: z.string(), paragraphs: z.array(z.string()) })),
})

/** What a permit was before a decision changed it. */
export const permitBefore = z.strictObject({ state: z.enum(permitStates), controls: z.array(z.enum(controls)) })

import { z } from 'zod'
import { courtRestrictionTypes } from '#app/domain/restrictions/restrictions.ts'
import { date, label, oneOf, ref, text, time, yesOrNo } from './fields.ts'

/** `from` left out is the clock's own time. */
export const courtRestriction = z.strictObject({
	prisoner: ref('prisoner'),
	type: oneOf(courtRestrictionTypes),
	from: time.optional(),
	to: time,
	except: z.array(ref('visitor')).default([]),
	coversOfficial: yesOrNo.default(false),
	as: label.optional(),
})

/** `facility` left out is all of them. */
export const ban = z.strictObject({
	visitor: ref('visitor'),
	facility: ref('facility').optional(),
	from: time.optional(),
	to: time,
	as: label.optional(),
})

/** `to` left out: it has no end. */
export const protectiveOrder = z.strictObject({
	visitor: ref('visitor'),
	prisoner: ref('prisoner'),
	from: time.optional(),
	to: time.optional(),
	clockStopped: yesOrNo.default(false),
	as: label.optional(),
})

const pairOf = <K extends 'prisoner' | 'visitor'>(kind: K) => z.tuple([ref(kind), ref(kind)], { error: 'names two' })

export const nonAssociation = z
	.strictObject({
		prisoners: pairOf('prisoner').optional(),
		visitors: pairOf('visitor').optional(),
		as: label.optional(),
	})
	.refine(({ prisoners, visitors }) => (prisoners === undefined) !== (visitors === undefined), {
		message: 'names either two prisoners or two visitors',
	})
export type GivenNonAssociation = z.output<typeof nonAssociation>

export const closure = z
	.strictObject({
		facility: ref('facility'),
		date: date.optional(),
		from: date.optional(),
		to: date.optional(),
		unit: text.optional(),
		room: ref('room').optional(),
		session: ref('session').optional(),
		reason: text.default('other'),
		as: label.optional(),
	})
	.superRefine((given, context) => {
		const range = given.from !== undefined || given.to !== undefined
		if (given.date !== undefined && range)
			context.addIssue({ code: 'custom', message: 'has either date, or from and to' })
		else if (range && (given.from === undefined || given.to === undefined)) {
			context.addIssue({ code: 'custom', message: 'has both from and to, or neither' })
		} else if (given.date === undefined && !range && given.session === undefined) {
			context.addIssue({ code: 'custom', message: 'has a date, or from and to, or a session' })
		}
	})
export type GivenClosure = z.output<typeof closure>

export const orders = {
	courtRestrictions: z.array(courtRestriction).default([]),
	bans: z.array(ban).default([]),
	protectiveOrders: z.array(protectiveOrder).default([]),
	nonAssociations: z.array(nonAssociation).default([]),
	closures: z.array(closure).default([]),
}

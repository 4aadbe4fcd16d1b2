import { z } from 'zod'
import { recordedKinds, restrictionKinds, restrictionStates } from '#app/domain/restrictions/kinds.ts'
import { courtRestrictionTypes, restrictionSources } from '#app/domain/restrictions/restrictions.ts'
import { isoDay } from './iso-day.ts'

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

const ref = z.string().max(40).optional()
const yes = z.literal('yes').optional()

/** What is to be recorded: whom it is about, from when to when. Both days count. Errors are text keys. */
export const restrictionPlanForm = z
	.strictObject({
		step: z.literal('details').optional(),
		kind: z.enum(recordedKinds),
		prisoner: ref,
		visitor: ref,
		/** The second of two who are kept apart. */
		other: ref,
		type: z.enum(courtRestrictionTypes, { error: 'restrictions.error.type' }).optional(),
		from: isoDay('restrictions.error.from').optional(),
		to: isoDay('restrictions.error.to').optional(),
		clockStopped: yes,
		coversOfficial: yes,
		except: z.array(z.string().max(40)).max(100).default([]),
	})
	.refine((plan) => plan.kind !== 'court-restriction' || plan.type !== undefined, {
		path: ['type'],
		message: 'restrictions.error.type',
	})
	.refine((plan) => plan.kind === 'non-association' || plan.from !== undefined, {
		path: ['from'],
		message: 'restrictions.error.from',
	})
	.refine((plan) => plan.kind !== 'court-restriction' || plan.to !== undefined, {
		path: ['to'],
		message: 'restrictions.error.to-needed',
	})
	.refine((plan) => plan.from === undefined || plan.to === undefined || plan.to >= plan.from, {
		path: ['to'],
		message: 'restrictions.error.to',
	})

export type RestrictionPlan = z.infer<typeof restrictionPlanForm>

/** The chosen people alone, before there is a plan. */
export const planPeopleForm = z.object({ kind: z.enum(recordedKinds), prisoner: ref, visitor: ref, other: ref })

/** What the page of a new restriction sends: a search for who it is about, or the last word with what it rests on. */
export const newRestrictionForm = z
	.strictObject({
		step: z.enum(['find', 'save']),
		q: z.string().trim().max(100, 'search.error.too-long').optional(),
		idempotencyKey: z.uuid().optional(),
		reference: z.string().trim().max(100, 'errors.form.too-long').optional(),
		source: z.enum(restrictionSources, { error: 'restrictions.error.source' }).optional(),
		reason: z.string().trim().max(500, 'errors.form.too-long').optional(),
		reviewOn: isoDay('restrictions.error.review-on').optional(),
	})
	.superRefine(({ step, ...form }, context) => {
		const require = (isThere: boolean, path: keyof typeof form, message: string) => {
			if (!isThere) context.addIssue({ code: 'custom', path: [path], message })
		}
		if (step === 'find') return
		require(form.source !== undefined, 'source', 'restrictions.error.source')
		require((form.reason ?? '').length >= 3, 'reason', 'common.error.reason')
		require(form.reviewOn !== undefined, 'reviewOn', 'restrictions.error.review-on')
	})

/** What a restriction rests on, as an officer said it. */
export type RestrictionGroundForm = Omit<z.infer<typeof newRestrictionForm>, 'step' | 'q'>

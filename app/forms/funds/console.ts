import { z } from 'zod'
import { topUpStates } from '#app/domain/funds/top-up.ts'
import { patterns } from '#app/domain/funds/unusual-patterns.ts'
import { isoDay } from '../iso-day.ts'
import { oreIn } from './amount.ts'

const kroner = z.string({ error: 'funds.error.amount' }).transform((text, context) => {
	const ore = oreIn(text)
	if (ore !== null && ore > 0) return ore
	context.addIssue({ code: 'custom', message: 'funds.error.amount' })
	return z.NEVER
})

const reason = z
	.string({ error: 'common.error.reason' })
	.trim()
	.min(1, 'common.error.reason')
	.max(500, 'errors.form.too-long')

const note = z.string({ error: 'funds.error.note' }).trim().min(1, 'funds.error.note').max(500, 'errors.form.too-long')

const day = isoDay('funds.error.day')

/** What is looked for among the payments. Errors are text keys. */
export const topUpSearchForm = z
	.strictObject({
		text: z.string().trim().max(200, 'errors.form.too-long').optional(),
		payer: z.string().max(40, 'errors.form.too-long').optional(),
		amount: kroner.optional(),
		state: z.enum(topUpStates, { error: 'funds.error.state' }).optional(),
		from: day.optional(),
		to: day.optional(),
		after: z.string().max(40, 'errors.form.too-long').optional(),
	})
	.refine(({ from, to }) => from === undefined || to === undefined || to >= from, {
		path: ['to'],
		message: 'funds.error.days',
	})

/** A search as the address says it. */
export type TopUpSearchFields = Partial<Record<keyof z.infer<typeof topUpSearchForm>, string>>

/** An unusual pattern that was looked at. */
export const acknowledgeAlertForm = z.strictObject({
	pattern: z.enum(patterns),
	payer: z.string().optional(),
	prisoner: z.string().optional(),
	note,
})

/** What is to be paid back: first looked over, then done. */
export const refundForm = z.strictObject({
	step: z.enum(['check', 'edit', 'do']),
	idempotencyKey: z.uuid(),
	amount: kroner,
	reason,
})

/** What a second officer says to a proposed refund. */
export const decideRefundForm = z.strictObject({ step: z.enum(['approve', 'decline']) })

/** Keeping a payment back, and lifting that. */
export const holdForm = z.discriminatedUnion('step', [
	z.strictObject({ step: z.literal('hold'), reason }),
	z.strictObject({ step: z.literal('release-hold') }),
])

/** A comparison asked for, or a difference ended. */
export const reconciliationForm = z.discriminatedUnion('step', [
	z.strictObject({ step: z.literal('run'), after: z.string().max(100).optional() }),
	z.strictObject({ step: z.literal('end'), discrepancy: z.string().min(1), note }),
])

import { z } from 'zod'
import { prisonerNumber } from '../prisoner-number.ts'
import { oreIn } from './amount.ts'

/**
 * Whom to pay in for, by two things that must belong together: one of the visitor's own people, and the number that this person
 * has. Errors are text keys.
 */
export const payeeForm = z.strictObject({
	/** The permit's reference. */
	for: z.string({ error: 'phone.error.person' }).min(1, 'phone.error.person'),
	number: prisonerNumber('phone.error.number', 'phone.error.number-wrong'),
})

export type PayeeForm = z.infer<typeof payeeForm>

/** What the choice of another amount sends. */
export const otherAmount = 'other'

/** An amount that was chosen or typed. What comes out are whole øre, and the field they came from. */
export const amountForm = z
	.strictObject({ amount: z.string().optional(), typed: z.string().trim().optional() })
	.transform(({ amount, typed }, context): { ore: number; field: 'amount' | 'typed' } => {
		const wrong = (field: 'amount' | 'typed', message: string) => {
			context.addIssue({ code: 'custom', path: [field], message })
			return z.NEVER
		}
		const isChosen = amount !== undefined && amount !== otherAmount
		if (typed !== undefined && typed !== '') {
			if (isChosen) return wrong('typed', 'phone.error.one-amount')
			const ore = oreIn(typed)
			return ore === null ? wrong('typed', 'phone.error.typed') : { ore, field: 'typed' }
		}
		if (amount === otherAmount) return wrong('typed', 'phone.error.typed')
		if (!isChosen || !/^\d{1,9}$/.test(amount)) return wrong('amount', 'phone.error.amount')
		return { ore: Number(amount), field: 'amount' }
	})

export type AmountForm = z.input<typeof amountForm>

/** What the last step asks to be paid, as its address says it. */
export const topUpRequestForm = z.object({
	for: z.string().min(1),
	ore: z.coerce.number().int().min(1).max(999_999_999),
	/** The form's own key. It is in the address, so that who goes back and forth pays once. */
	key: z.uuid(),
})

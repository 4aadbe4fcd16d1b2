/**
 * The closed list of what can stand against a top-up. `neutral`: the payer reads the one answer that does not differ from one
 * such code to another.
 */
export const topUpRefusalKinds = {
	'payer-not-approved': { tell: 'plain' },
	'protective-order': { tell: 'neutral' },
	'court-restriction': { tell: 'neutral' },
	'prisoner-released': { tell: 'neutral' },
	'topup-not-allowed': { tell: 'plain' },
	'below-minimum': { tell: 'plain' },
	'over-maximum': { tell: 'plain' },
	'over-weekly-limit': { tell: 'plain' },
} as const satisfies Record<string, { tell: 'plain' | 'neutral' }>

export type TopUpRefusalCode = keyof typeof topUpRefusalKinds

/** The codes that have words of their own for the payer. */
export type PlainTopUpCode = {
	[Code in TopUpRefusalCode]: (typeof topUpRefusalKinds)[Code]['tell'] extends 'plain' ? Code : never
}[TopUpRefusalCode]

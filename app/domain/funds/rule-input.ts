import type { Permit } from '../permits/permit.ts'
import type { Prisoner } from '../prisoners/prisoner.ts'
import type { CourtRestriction, ProtectiveOrder } from '../restrictions/restrictions.ts'
import type { TopUpState } from './top-up.ts'

/** Another top-up for the same prisoner, as the weekly limit sees it. */
export interface OtherTopUp {
	ore: number
	startedAt: Date
	state: TopUpState
	/** Whole øre that went back. */
	refundedOre: number
}

/** What the rules of a top-up are asked about. */
export interface TopUpRuleInput {
	/** Whole øre. */
	ore: number
	prisoner: Prisoner
	payer: {
		visitorId: string
		/** For this prisoner; null when there is none. */
		permit: Permit | null
		protectiveOrders: readonly ProtectiveOrder[]
	}
	courtRestrictions: readonly CourtRestriction[]
	/** By anyone, in the last weeks. The top-up that is asked about is not among them. */
	topUps: readonly OtherTopUp[]
}

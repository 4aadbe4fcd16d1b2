import type { OtherTopUp, TopUpRuleInput } from '#app/domain/funds/rule-input.ts'
import { now, permit, prisoner } from './builders.ts'

/** A world in which nothing stands against the top-up: Kari pays 200 kr for a remand prisoner of HAL. */
export function input(
	changes: Partial<Omit<TopUpRuleInput, 'payer'>> & { payer?: Partial<TopUpRuleInput['payer']> } = {},
): TopUpRuleInput {
	const { payer, ...rest } = changes
	return {
		ore: 20_000,
		prisoner: prisoner({ legalStatus: 'remand' }),
		payer: { visitorId: 'Kari', permit: permit(), protectiveOrders: [], ...payer },
		courtRestrictions: [],
		topUps: [],
		...rest,
	}
}

export function other(changes: Partial<OtherTopUp> = {}): OtherTopUp {
	return { ore: 50_000, startedAt: now, state: 'credited', refundedOre: 0, ...changes }
}

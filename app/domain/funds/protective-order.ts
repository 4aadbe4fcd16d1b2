// Straffeprosessloven § 222 a: a restraining order stops contact between the two it names, and what pays for it.
import { protectedPeriod } from '../restrictions/order-applies.ts'
import { inForceAt } from '../restrictions/restrictions.ts'
import type { TopUpRule } from './rule.ts'

/** Stands when an order between the payer and the prisoner is in force. Never told why. */
export const protectiveOrder: TopUpRule = ({ payer, prisoner }, _policy, now) =>
	payer.protectiveOrders.some((order) => inForceAt(protectedPeriod(order, prisoner.custody), now))

// Straffeprosessloven §§ 186 and 186 a: a court may bar a remand prisoner from the phone until a set day.
import { inForceAt } from '../restrictions/restrictions.ts'
import type { TopUpRule } from './rule.ts'

/**
 * Stands when a `phone-ban` is in force and does not except the payer. An official payer is touched only when the order covers
 * official visitors. Never told why.
 */
export const courtRestriction: TopUpRule = ({ payer, courtRestrictions }, _policy, now) =>
	courtRestrictions.some(
		(order) =>
			order.type === 'phone-ban' &&
			inForceAt(order, now) &&
			(payer.permit?.track !== 'official' || order.coversOfficial) &&
			!order.except.includes(payer.visitorId),
	)

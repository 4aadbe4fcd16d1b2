// Straffegjennomføringsloven § 32: whom a prisoner may call is decided for each; a payer is one of them. Practice for the rest.
import { localDate } from '../calendar/oslo.ts'
import { permitHoldsOn } from '../permits/permit.ts'
import type { TopUpRule } from './rule.ts'

/** Stands when the payer has no permit for this prisoner that opens for the phone and holds today. */
export const payerNotApproved: TopUpRule = ({ payer }, _policy, now) => {
	const { permit } = payer
	return permit === null || !permit.channels.includes('phone') || !permitHoldsOn(permit, localDate(now))
}

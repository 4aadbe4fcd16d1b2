/**
 * What can be otherwise than it should.
 *
 * - `payment-mismatch`: Stripe took another amount, currency, mode or session than was agreed; nothing is credited
 * - `missed-event`: Stripe told of something that never reached us, or was not taken in; it was caught up on
 * - `only-at-stripe`, `only-in-ledger`, `amount-differs`: a movement of money that the two tell differently
 * - `refund-failed`: Stripe could not give the money back; it stands on the account again
 * - `returned-twice`: a payment was both refunded and taken back by the bank; the account bears it once
 * - `phone-differs`: the phone system would not follow a change of what is left of a payment
 * - `phone-silent`: the phone system has not answered for as many days as a payment may wait
 * - `call-uncovered`: the phone system told of a call that the account had no money for
 * - `balance-differs`, `sum-differs`: the books themselves
 */
export const discrepancyKinds = [
	'payment-mismatch',
	'missed-event',
	'only-at-stripe',
	'only-in-ledger',
	'amount-differs',
	'refund-failed',
	'returned-twice',
	'phone-differs',
	'phone-silent',
	'call-uncovered',
	'balance-differs',
	'sum-differs',
] as const
export type DiscrepancyKind = (typeof discrepancyKinds)[number]

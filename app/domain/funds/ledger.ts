export const ledgerKinds = ['paid', 'refund', 'refund-reversed', 'dispute', 'dispute-returned', 'usage'] as const
export type LedgerKind = (typeof ledgerKinds)[number]

export type Account = 'stripe-clearing' | 'refunds' | 'phone-usage' | 'disputes' | `prisoner:${string}`

export interface Entry {
	account: Account
	/** Whole øre. A prisoner's credit is positive. */
	ore: number
}

export const prisonerAccount = (number: string): Account => `prisoner:${number}`

const against: Readonly<Record<LedgerKind, { account: Account; prisoner: 1 | -1 }>> = {
	paid: { account: 'stripe-clearing', prisoner: 1 },
	refund: { account: 'refunds', prisoner: -1 },
	'refund-reversed': { account: 'refunds', prisoner: 1 },
	dispute: { account: 'disputes', prisoner: -1 },
	'dispute-returned': { account: 'disputes', prisoner: 1 },
	usage: { account: 'phone-usage', prisoner: -1 },
}

/**
 * The two entries that a transaction is made of: they sum to zero.
 *
 * @throws RangeError for an amount that is not a whole number of øre above zero
 */
export function entriesOf(kind: LedgerKind, prisonerNumber: string, ore: number): readonly [Entry, Entry] {
	if (!Number.isSafeInteger(ore) || ore <= 0) throw new RangeError('An entry takes whole øre above zero')
	const { account, prisoner } = against[kind]
	return [
		{ account: prisonerAccount(prisonerNumber), ore: prisoner * ore },
		{ account, ore: -prisoner * ore },
	]
}

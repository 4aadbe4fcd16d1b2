import type { DiscrepancyKind } from '#app/domain/funds/discrepancies.ts'
import type { TopUpState } from '#app/domain/funds/top-up.ts'
import { nameInList, type PersonName } from '#app/domain/person-name.ts'
import type { DiscrepancyLine } from './discrepancies-table.tsx'
import type { StatusOfTopUp } from './top-up-status-tag.tsx'

/** The prisoner's number and name. */
export const prisonerInList = (one: PersonName & { number: string }) => `${one.number} ${nameInList(one)}`

/** What the status of a payment is told from. */
export function statusOf(topUp: {
	state: TopUpState
	ore: number
	refundedOre: number
	heldAt: Date | null
}): StatusOfTopUp {
	const { state, ore, refundedOre, heldAt } = topUp
	return { state, ore, refundedOre, held: heldAt !== null && (state === 'started' || state === 'paid') }
}

interface NamedDiscrepancy {
	discrepancy: {
		ref: string
		kind: DiscrepancyKind
		subject: string
		stripeOre: number | null
		ledgerOre: number | null
		foundAt: Date
	}
	topUpRef: string | null
	prisoner: (PersonName & { number: string }) | null
}

/** A difference as a line of a list. */
export function discrepancyLine({ discrepancy, topUpRef, prisoner }: NamedDiscrepancy): DiscrepancyLine {
	const { ref, kind, subject, stripeOre, ledgerOre, foundAt } = discrepancy
	return {
		...{ ref, kind, subject, stripeOre, ledgerOre, foundAt, topUpRef },
		prisoner: prisoner && prisonerInList(prisoner),
	}
}

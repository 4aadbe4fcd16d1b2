// Hvitvaskingsloven's own duties are Stripe's and the banks'; for the prison: pressure on families, and trade inside.
import { isoWeek, localDate } from '../calendar/oslo.ts'

export const patterns = ['many-payers-to-one', 'one-payer-to-many', 'often-in-a-week'] as const
export type Pattern = (typeof patterns)[number]

/** A payment that was made, in the time that is looked back on. */
export interface PaidTopUp {
	payerId: string
	prisonerId: string
	paidAt: Date
}

export interface UnusualPattern {
	pattern: Pattern
	/** Whom it is about; null for the side that is many. */
	payerId: string | null
	prisonerId: string | null
	/** How many payers, prisoners or payments. */
	count: number
}

/** Days looked back. */
export const patternDays = 30

/** From how many on it is worth an officer's look. */
const atLeast = { payers: 4, prisoners: 3, inAWeek: 4 }

/** Payments worth a look: four payers to one prisoner, one payer to three, or one payer's fourth to one prisoner in a week. */
export function unusualPatterns(paid: readonly PaidTopUp[]): UnusualPattern[] {
	const payersOf = groups(
		paid,
		(one) => one.prisonerId,
		(one) => one.payerId,
	)
	const prisonersOf = groups(
		paid,
		(one) => one.payerId,
		(one) => one.prisonerId,
	)
	const found: UnusualPattern[] = []
	for (const [prisonerId, payers] of payersOf)
		if (payers.size >= atLeast.payers)
			found.push({ pattern: 'many-payers-to-one', payerId: null, prisonerId, count: payers.size })
	for (const [payerId, prisoners] of prisonersOf)
		if (prisoners.size >= atLeast.prisoners)
			found.push({ pattern: 'one-payer-to-many', payerId, prisonerId: null, count: prisoners.size })
	return [...found, ...oftenInAWeek(paid)]
}

function oftenInAWeek(paid: readonly PaidTopUp[]): UnusualPattern[] {
	const most = new Map<string, UnusualPattern>()
	const weekly = new Map<string, number>()
	for (const { payerId, prisonerId, paidAt } of paid) {
		const pair = `${payerId} ${prisonerId}`
		const key = `${pair} ${isoWeek(localDate(paidAt))}`
		const count = (weekly.get(key) ?? 0) + 1
		weekly.set(key, count)
		if (count >= atLeast.inAWeek && count > (most.get(pair)?.count ?? 0))
			most.set(pair, { pattern: 'often-in-a-week', payerId, prisonerId, count })
	}
	return [...most.values()]
}

function groups(
	paid: readonly PaidTopUp[],
	by: (one: PaidTopUp) => string,
	of: (one: PaidTopUp) => string,
): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>()
	for (const one of paid) found.set(by(one), (found.get(by(one)) ?? new Set()).add(of(one)))
	return found
}

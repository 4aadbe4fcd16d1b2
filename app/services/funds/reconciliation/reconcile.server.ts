import { addDays, localDate, localTime } from '#app/domain/calendar/oslo.ts'
import { isUnderWay } from '#app/domain/funds/event-under-way.ts'
import type { Movement, Payments } from '#app/integrations/payments.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { recordDiscrepancy, selectNamedTwice } from '#db/queries/funds/discrepancies.ts'
import {
	anyTopUp,
	type BookedMovement,
	hasReconciliation,
	insertReconciliation,
	selectBooked,
	selectBookedSince,
	selectLastReconciliations,
} from '#db/queries/funds/reconciliations.ts'
import { selectKnownEvents } from '#db/queries/funds/stripe-events.ts'
import type { Ctx } from '../../context.ts'
import { transaction } from '../../transaction.server.ts'
import { isAtStripe } from '../payments/internal.server.ts'
import { takeEvent } from '../payments/receive-event.server.ts'
import { noteFaults } from './verify-ledger.server.ts'

/** When the day before is compared: the banks' own night is over. */
export const reconcileAt = '03:00'

/** Looked back on twice, so that what came in during a comparison is in the next. */
const overlapMs = 86_400_000

/** Whether today's comparison is due and not made. */
export async function isReconciliationDue(db: DbOrTx, now: Date): Promise<boolean> {
	return localTime(now) >= reconcileAt && !(await hasReconciliation(db, localDate(now))) && (await anyTopUp(db))
}

/** Who has a comparison made: an officer beside the daily one, or nobody. `machineNow` is what the age of a webhook is told by. */
export type Comparison = { runBy: string } | { machineNow: Date }

/**
 * The daily comparison, both ways: events that never reached us are caught up on; every movement of money at Stripe is held
 * against the books, and everything booked since the last time against Stripe; and the books against themselves. What differs is
 * named, each as a row that an officer ends. Returns how many differences are new, or null when another worker has made it.
 */
export async function reconcile(ctx: Ctx, payments: Payments, ruleInput: Comparison): Promise<number | null> {
	const { db, now } = ctx
	const runBy = 'runBy' in ruleInput ? ruleInput.runBy : null
	const day = localDate(now)
	const [last] = await selectLastReconciliations(db, 1)
	// By Stripe's own time, of what was seen last: its clock and ours need not agree.
	const since = last ? new Date(last.untilAt.getTime() - overlapMs) : new Date(0)
	// In this order: what has moved has its event by then, so that a payment of this very moment is caught up on and not missed.
	const movements = await payments.movements(since)
	const caughtUp = await catchUp(ctx, payments, since, ruleInput)
	const bookedSince = last ? new Date(last.ranAt.getTime() - overlapMs) : new Date(0)
	const differing = await movedOtherwise(db, payments, movements)
	const missing = await onlyInBooks(db, payments, movements, bookedSince)
	const until = movements.at(-1)?.at ?? last?.untilAt ?? since
	return transaction(db, async (tx) => {
		const found =
			(await noteMovements(tx, differing, now)) +
			(await noteMissing(tx, missing, now)) +
			(await noteFaults(tx, day, now))
		const discrepancies = found + caughtUp.found
		const isFirst = await insertReconciliation(tx, {
			id: newId(now),
			day,
			fromAt: since,
			untilAt: until,
			ranAt: now,
			events: caughtUp.events,
			movements: movements.length,
			discrepancies,
			runBy,
		})
		return isFirst ? discrepancies : null
	})
}

/**
 * Takes in the events that have not reached us. By night one whose webhook may still be on its way is none that was missed; an
 * officer who asks in the middle of the day is told of all that has not come by now.
 */
async function catchUp(
	ctx: Ctx,
	payments: Payments,
	since: Date,
	ruleInput: Comparison,
): Promise<{ events: number; found: number }> {
	const events = await payments.events(since)
	const known = await selectKnownEvents(
		ctx.db,
		events.map(({ id }) => id),
	)
	let found = 0
	for (const event of events.filter(({ id }) => !known.has(id))) {
		const about = await takeEvent(ctx, event, payments, 'reconciliation')
		if (!about || ('machineNow' in ruleInput && isUnderWay(event.createdAt, ruleInput.machineNow))) continue
		const repaired = { endedAt: ctx.now, resolution: 'repaired' as const }
		if (await recordDiscrepancy(ctx.db, { kind: 'missed-event', subject: event.id, ...about, ...repaired }, ctx.now))
			found++
	}
	return { events: events.length, found }
}

/** What moved in all for each charge, refund and dispute. */
function summed(movements: readonly Movement[]): Map<string, Pick<Movement, 'kind' | 'sourceId' | 'ore'>> {
	const sums = new Map<string, Pick<Movement, 'kind' | 'sourceId' | 'ore'>>()
	for (const { kind, sourceId, ore } of movements) {
		sums.set(sourceId, { kind, sourceId, ore: ore + (sums.get(sourceId)?.ore ?? 0) })
	}
	return sums
}

interface Differing {
	sourceId: string
	stripeOre: number
	ours: BookedMovement | null
}

/** What moved at Stripe and is booked otherwise, or not at all. */
async function movedOtherwise(db: DbOrTx, payments: Payments, movements: readonly Movement[]): Promise<Differing[]> {
	const sums = summed(movements)
	const booked = new Map((await selectBooked(db, [...sums.keys()])).map((row) => [row.sourceId, row]))
	const differing: Differing[] = []
	const named = await selectNamedTwice(db, [...sums.keys()])
	for (const { sourceId, ore: stripeOre } of sums.values()) {
		const ours = booked.get(sourceId) ?? null
		if (ours?.ore === stripeOre) continue
		// There was nothing left to book it against: whose it is, and that it is so, stands in a difference of its own.
		if (!ours && named.has(sourceId)) continue
		// A part of it may have moved before what is looked back on; then it is asked about by name.
		if (ours && (await isAtStripe(payments, ours))) continue
		differing.push({ sourceId, stripeOre, ours })
	}
	return differing
}

async function noteMovements(tx: DbOrTx, differing: readonly Differing[], now: Date): Promise<number> {
	let found = 0
	for (const { sourceId, stripeOre, ours } of differing) {
		const kind = ours ? ('amount-differs' as const) : ('only-at-stripe' as const)
		const about = ours ? { topUpId: ours.topUpId, prisonerId: ours.prisonerId, ledgerOre: ours.ore } : {}
		if (await recordDiscrepancy(tx, { kind, subject: sourceId, stripeOre, ...about }, now)) found++
	}
	return found
}

/** What is booked and did not move: each is asked about by name, since it may have moved before what is looked back on. */
async function onlyInBooks(
	db: DbOrTx,
	payments: Payments,
	movements: readonly Movement[],
	since: Date,
): Promise<BookedMovement[]> {
	const moved = new Set(movements.map(({ sourceId }) => sourceId))
	const unseen = (await selectBookedSince(db, since)).filter(({ sourceId, ore }) => ore !== 0 && !moved.has(sourceId))
	const missing: BookedMovement[] = []
	for (const one of unseen) if (!(await isAtStripe(payments, one))) missing.push(one)
	return missing
}

async function noteMissing(tx: DbOrTx, missing: readonly BookedMovement[], now: Date): Promise<number> {
	let found = 0
	for (const { sourceId: subject, topUpId, prisonerId, ore: ledgerOre } of missing) {
		const one = { kind: 'only-in-ledger' as const, subject, topUpId, prisonerId, stripeOre: 0, ledgerOre }
		if (await recordDiscrepancy(tx, one, now)) found++
	}
	return found
}

/** The next local time of day at which a comparison is made. */
export function nextReconciliationDay(after: Date): string {
	const today = localDate(after)
	return localTime(after) < reconcileAt ? today : addDays(today, 1)
}

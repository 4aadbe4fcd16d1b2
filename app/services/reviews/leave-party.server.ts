import { mayBeLeft } from '#app/domain/bookings/party-change.ts'
import { remainingRefusals } from '#app/domain/bookings/remaining-refusals.ts'
import { trackOf } from '#app/domain/bookings/rule-input.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import type { Cause } from '#app/domain/reviews/is-affected-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { lockSessionsOfBookings } from '#db/queries/bookings/lock-sessions-of.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { type BookingScope, selectConfirmed } from '#db/queries/reviews/bookings.ts'
import { requestOf } from '../bookings/booking-request.ts'
import { type Evaluation, evaluate } from '../bookings/evaluate.server.ts'
import { notifyPartyChange, writeParty } from '../bookings/write-party.server.ts'
import type { Ctx } from '../context.ts'

const isOfPermit = ({ cause }: Cause) => cause === 'permit-changed' || cause === 'recheck-overdue'

/** Where a permit is the cause its holder may leave a party, and people's places come free: the sessions are locked for it first. */
export async function lockToLeave(tx: DbOrTx, causes: readonly Cause[], scope: BookingScope, now: Date): Promise<void> {
	if (causes.some(isOfPermit)) await lockSessionsOfBookings(tx, await selectConfirmed(tx, scope, now))
}

/**
 * Lets the members whose permits no longer hold leave the party, where the rest may still come: by every rule, and no minor without
 * an adult. The rest and those who left are told. Returns the booking as it is then; null where nobody leaves.
 */
export async function letLeave(
	tx: DbOrTx,
	ctx: Ctx,
	booking: BookingWithParty,
	causes: readonly Cause[],
	{ ruleInput, policy }: Evaluation,
): Promise<BookingWithParty | null> {
	const { party } = ruleInput.visit
	const standing = remainingRefusals(ruleInput, policy, ctx.now, booking.liftedCodes)
	const leaving = standing.find(({ code }) => code === 'permit-not-active')?.about ?? []
	const isHolders = (cause: Cause) =>
		isOfPermit(cause) && party.some((one) => one.permit?.id === cause.causeId && leaving.includes(one.visitorId))
	if (!causes.some(isHolders)) return null
	const rest = party.filter(({ visitorId }) => !leaving.includes(visitorId))
	if (!mayBeLeft(rest, localDate(booking.startsAt))) return null
	const visitorIds = rest.map(({ visitorId }) => visitorId)
	const { request, place } = requestOf(booking)
	const without = await evaluate(tx, { ...request, partyIds: visitorIds }, place, ctx.now)
	if (remainingRefusals(without.ruleInput, without.policy, ctx.now, booking.liftedCodes).length > 0) return null
	const columns = { track: trackOf(without.ruleInput.visit) }
	const left = await writeParty(tx, ctx, booking, { visitorIds, columns })
	const removed = party.filter(({ visitorId }) => leaving.includes(visitorId))
	await notifyPartyChange(tx, ctx, left, { party: rest, removed })
	return left
}

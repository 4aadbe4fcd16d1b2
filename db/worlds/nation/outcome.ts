import { type BookingState, liveStates } from '#app/domain/booking/booking.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { CancelledBy } from '#db/schema/index.ts'
import type { Random } from '../random.ts'

export interface Outcome {
	state: BookingState
	cancelledBy: CancelledBy | null
	reason: string | null
	madeAt: Date
	endedAt: Date | null
}

const hourMs = 3_600_000

/** What has become of a visit at `now`, and when it was booked. */
export function outcomeOf({ start, end }: Span, policy: Policy, now: Date, random: Random): Outcome {
	const madeAt = madeBefore(start, policy, now, random)
	const still = (state: BookingState): Outcome => ({ state, cancelledBy: null, reason: null, madeAt, endedAt: null })
	const luck = random.next()
	if (start > now) {
		if (luck < 0.05) return calledOff(madeAt, now, random)
		return still(policy.approval === 'request' && luck < 0.3 ? 'requested' : 'confirmed')
	}
	if (end > now) return still('checked-in')
	if (luck < 0.86) return { ...still('completed'), endedAt: end }
	if (luck < 0.9) return { ...still('no-show'), endedAt: new Date(start.getTime() + hourMs / 2) }
	if (luck < 0.91) return { ...still('turned-away'), reason: 'Manglet legitimasjon', endedAt: start }
	return calledOff(madeAt, start, random)
}

export function takesPlace(state: BookingState): boolean {
	return liveStates.some((live) => live === state)
}

function calledOff(madeAt: Date, before: Date, random: Random): Outcome {
	const endedAt = between(madeAt, before, random)
	const luck = random.next()
	const by: CancelledBy = luck < 0.6 ? 'visitor' : luck < 0.8 ? 'prisoner' : 'prison'
	const reason = by === 'prison' ? random.pick(['For få betjenter', 'Vannskade i besøksavdelingen']) : null
	return { state: 'cancelled', cancelledBy: by, reason, madeAt, endedAt }
}

/** Some time when it could be booked: within the horizon, with the notice, and not in the future. */
function madeBefore(start: Date, { maxDaysAhead, minNoticeHours }: Policy, now: Date, random: Random): Date {
	const earliest = new Date(start.getTime() - (maxDaysAhead - 1) * 24 * hourMs)
	const latest = new Date(Math.min(start.getTime() - (minNoticeHours + 1) * hourMs, now.getTime() - hourMs))
	return earliest < latest ? between(earliest, latest, random) : latest
}

function between(from: Date, to: Date, random: Random): Date {
	return new Date(Math.floor(from.getTime() + random.next() * (to.getTime() - from.getTime())))
}

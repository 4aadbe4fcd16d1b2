import type { CancelledBy } from '#app/domain/bookings/booking.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { Outcome } from '../population/booking-rows.ts'
import { between, createdBefore } from '../population/created-at.ts'
import type { Random } from '../random.ts'

/** What has become of a visit at `now`, by chance, and when it was booked. */
export function outcomeOf({ start, end }: Span, policy: Policy, now: Date, random: Random): Outcome {
	const createdAt = createdBefore(start, policy, now, random)
	const still = (state: Outcome['state']): Outcome => ({
		state,
		cancelledBy: null,
		reason: null,
		createdAt,
		endedAt: null,
	})
	const luck = random.next()
	if (start > now) {
		if (luck < 0.05) return calledOff(createdAt, now, random)
		return still(policy.approval === 'request' && luck < 0.3 ? 'requested' : 'confirmed')
	}
	if (end > now) return still('checked-in')
	if (luck < 0.86) return { ...still('completed'), endedAt: end }
	if (luck < 0.9) return { ...still('no-show'), endedAt: new Date(start.getTime() + 1_800_000) }
	if (luck < 0.91) return { ...still('turned-away'), reason: 'Manglet legitimasjon', endedAt: start }
	return calledOff(createdAt, start, random)
}

function calledOff(createdAt: Date, before: Date, random: Random): Outcome {
	const endedAt = between(createdAt, before, random)
	const luck = random.next()
	const by: CancelledBy = luck < 0.6 ? 'visitor' : luck < 0.8 ? 'prisoner' : 'prison'
	const reason = by === 'prison' ? random.pick(['For få betjenter', 'Vannskade i besøksavdelingen']) : null
	return { state: 'cancelled', cancelledBy: by, reason, createdAt, endedAt }
}

import type { BookingState, CancelledBy } from '#app/domain/bookings/booking.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { Outcome } from '../population/booking-rows.ts'
import { between, createdBefore } from '../population/created-at.ts'
import type { Random } from '../random.ts'
import { shuffleBag, weightedItems } from '../weighted-choice.ts'

/** How a visit can have ended, or stand now. */
interface Fate {
	state: BookingState
	by?: CancelledBy
	reason?: string
}

const past: readonly (readonly [number, Fate])[] = [
	[21, { state: 'completed' }],
	[1, { state: 'no-show' }],
	[1, { state: 'turned-away', reason: 'Kom uten gyldig legitimasjon' }],
	[2, { state: 'cancelled', by: 'visitor' }],
	[1, { state: 'cancelled', by: 'prisoner', reason: 'Innsatte ønsket ikke besøk denne dagen' }],
	[1, { state: 'cancelled', by: 'prison', reason: 'For få betjenter på vakt' }],
]
/** Where an officer answers first. */
const answered: readonly (readonly [number, Fate])[] = [
	[1, { state: 'declined', reason: 'Alle rom var opptatt' }],
	[1, { state: 'expired' }],
]
const coming: readonly (readonly [number, Fate])[] = [
	[11, { state: 'confirmed' }],
	[1, { state: 'cancelled', by: 'visitor' }],
]
const comingRarely: readonly (readonly [number, Fate])[] = [
	[1, { state: 'cancelled', by: 'prison', reason: 'Vannskade i besøksavdelingen' }],
	[1, { state: 'cancelled', by: 'prisoner', reason: 'Skal til lege' }],
]
const waiting: readonly (readonly [number, Fate])[] = [[4, { state: 'requested' }]]

/** Says of each visit what has become of it: every way that there is, in its share. What is `rare` and still to come stands. */
export function outcomes(policy: Policy, now: Date, random: Random): (span: Span, rare: boolean) => Outcome {
	const asks = policy.approval === 'request'
	const over = shuffleBag(random, weightedItems([...past, ...(asks ? answered : [])]))
	const ahead = shuffleBag(random, weightedItems([...coming, ...(asks ? waiting : comingRarely)]))
	return ({ start, end }, rare) => {
		const createdAt = createdBefore(start, policy, now, random)
		if (start <= now && now < end) return outcome({ state: 'checked-in' }, createdAt, null)
		const isOver = end <= now
		const fate = isOver ? over() : rare ? { state: 'confirmed' as const } : ahead()
		return outcome(fate, createdAt, endOf(fate, { start, end }, createdAt, isOver ? start : now, random))
	}
}

function outcome({ state, by, reason }: Fate, createdAt: Date, endedAt: Date | null): Outcome {
	return { state, cancelledBy: by ?? null, reason: reason ?? null, createdAt, endedAt }
}

function endOf({ state }: Fate, { start, end }: Span, createdAt: Date, before: Date, random: Random): Date | null {
	switch (state) {
		case 'completed':
			return end
		case 'no-show':
			return new Date(start.getTime() + 1_800_000)
		case 'turned-away':
			return start
		case 'cancelled':
		case 'declined':
			return between(createdAt, before, random)
		default:
			return null
	}
}

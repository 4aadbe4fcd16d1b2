// Straffegjennomføringsloven § 3 (children's contact with parents) and fairness: by need, never by speed.
import type { LocalDate } from '../calendar/oslo.ts'
import type { Policy } from '../policy.ts'

/** What a waiting-list entry's place in the line depends on. */
export interface PriorityInput {
	waitingListEntryId: string
	/** When the prison last called off a visit of theirs; null when it has not. */
	cancelledByPrisonAt: Date | null
	/** The local date of the last visit that anyone of the party had with the prisoner; null when they never met. */
	lastVisit: LocalDate | null
	/** A child of the prisoner comes along. */
	ownChild: boolean
	farTravel: boolean
	createdAt: Date
}

/**
 * The waiting-list entries in the order in which a place is offered: first those whom the prison called off within `priorityRebookHours`; then
 * who has been without a visit the longest, those who never had one before all; then with own children; then who travels far;
 * then the oldest entry. Visits on the same day weigh the same.
 */
export function compareByPriority<T extends PriorityInput>(
	entries: readonly T[],
	policy: Pick<Policy, 'priorityRebookHours'>,
	now: Date,
): T[] {
	const calledOff = (entry: T) => {
		const at = entry.cancelledByPrisonAt
		return at !== null && now.getTime() < at.getTime() + policy.priorityRebookHours * 3_600_000
	}
	return [...entries].sort(
		(one, other) =>
			Number(calledOff(other)) - Number(calledOff(one)) ||
			textOrder(one.lastVisit ?? '', other.lastVisit ?? '') ||
			Number(other.ownChild) - Number(one.ownChild) ||
			Number(other.farTravel) - Number(one.farTravel) ||
			one.createdAt.getTime() - other.createdAt.getTime() ||
			textOrder(one.waitingListEntryId, other.waitingListEntryId),
	)
}

function textOrder(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0
}

// Practice: an officer may make an exception from a limit, never from a right, an order or another's safety.
import { type Refusal, refusalKinds } from '../refusals.ts'

/** Who lifts, and why. `officer` says whether the person may lift limits at all (`access/permissions.ts`). */
export interface Lifting {
	officer: boolean
	reason: string
}

/** Parts the refusals in what an officer with a reason has lifted and what still stands. Without a reason nothing is lifted. */
export function liftRefusals(
	refusals: readonly Refusal[],
	{ officer, reason }: Lifting,
): { remaining: Refusal[]; lifted: Refusal[] } {
	const mayLift = officer && reason.trim() !== ''
	const isLifted = ({ code }: Refusal) => mayLift && refusalKinds[code].liftable
	return { remaining: refusals.filter((found) => !isLifted(found)), lifted: refusals.filter(isLifted) }
}

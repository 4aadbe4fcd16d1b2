import { type Refusal, refusalKinds } from '../refusals.ts'
import { broughtAboutBy } from './causes.ts'

const byEvents = new Set(Object.values(broughtAboutBy).flat())

/**
 * What an officer who keeps a booking in spite of a review meets: `against` forbids it (an order, another's safety, a place
 * that is closed), `toLift` is a limit or a stricter setting that is lifted with a reason. Only what events bring about counts:
 * a rule of the policy that was written since does not rewrite what was decided under the old one.
 */
export function codesToLift(remaining: readonly Refusal[]): { against: Refusal[]; toLift: Refusal[] } {
	const brought = remaining.filter(({ code }) => byEvents.has(code))
	return {
		against: brought.filter(({ code }) => !refusalKinds[code].liftable),
		toLift: brought.filter(({ code }) => refusalKinds[code].liftable),
	}
}

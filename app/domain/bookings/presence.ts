// Straffegjennomføringsloven § 27: who is let in is decided for each visitor by themselves.
import type { Policy } from '../policy.ts'
import type { Refusal } from '../refusals.ts'
import { gateStops } from './gate-stops.ts'
import { noAdult } from './no-adult.ts'
import { remainingRefusals } from './remaining-refusals.ts'
import type { RuleInput } from './rule-input.ts'

/** What the gate records of one member of a party. */
export const presences = ['in', 'absent', 'turned-away'] as const
export type Presence = (typeof presences)[number]

/** What stands at the gate against those who are let in, who alone are the input's party: a stop, or children without an adult. */
export function refusalsAtGate(input: RuleInput, policy: Policy, now: Date): Refusal[] {
	const alone = noAdult(input, policy, now)
	return [...gateStops(remainingRefusals(input, policy, now)), ...(alone ? [alone] : [])]
}

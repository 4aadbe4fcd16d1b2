import type { Policy } from '../policy.ts'
import type { Refusal } from '../refusals.ts'
import type { RuleInput } from './rule-input.ts'

/** One rule: what stands against the booking by it, or null when nothing does. Reads its arguments and nothing else. */
export type BookingRule = (input: RuleInput, policy: Policy, now: Date) => Refusal | null

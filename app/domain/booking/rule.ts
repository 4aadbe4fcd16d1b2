import type { Policy } from '../policy.ts'
import type { Refusal } from '../refusals.ts'
import type { Asked } from './asked.ts'

/** One rule: what stands against the booking by it, or null when nothing does. Reads its arguments and nothing else. */
export type BookingRule = (asked: Asked, policy: Policy, now: Date) => Refusal | null

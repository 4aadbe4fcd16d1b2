import type { Policy } from '../policy.ts'
import type { TopUpAsked } from './asked.ts'

/** One rule: whether it stands against the top-up. Reads its arguments and nothing else. */
export type TopUpRule = (asked: TopUpAsked, policy: Policy, now: Date) => boolean

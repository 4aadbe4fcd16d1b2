import type { Policy } from '../policy.ts'
import type { TopUpRuleInput } from './rule-input.ts'

/** One rule: whether it stands against the top-up. Reads its arguments and nothing else. */
export type TopUpRule = (input: TopUpRuleInput, policy: Policy, now: Date) => boolean

// Practice, set locally.
import type { TopUpRule } from './rule.ts'

/** Stands when the amount is more than `topUp.maxOre`. */
export const overMaximum: TopUpRule = ({ ore }, policy) => ore > policy.topUp.maxOre

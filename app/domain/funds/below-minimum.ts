// Practice, set locally.
import type { TopUpRule } from './rule.ts'

/** Stands when the amount is less than `topUp.minOre`. */
export const belowMinimum: TopUpRule = ({ ore }, policy) => ore < policy.topUp.minOre

import type { reviews as source } from '../nb/reviews.ts'

export const reviews = {} satisfies Record<keyof typeof source, string>

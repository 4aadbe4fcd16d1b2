import type { wishes as source } from '../nb/wishes.ts'

export const wishes = {} satisfies Record<keyof typeof source, string>

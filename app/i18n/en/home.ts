import type { home as source } from '../nb/home.ts'

export const home = {} satisfies Record<keyof typeof source, string>

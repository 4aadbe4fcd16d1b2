import type { staff as source } from '../nb/staff.ts'

export const staff = {} satisfies Record<keyof typeof source, string>

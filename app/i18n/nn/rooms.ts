import type { rooms as source } from '../nb/rooms.ts'

export const rooms = {} satisfies Record<keyof typeof source, string>

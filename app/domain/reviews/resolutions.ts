/** An officer ends a review in the first three ways; the others happen by themselves. */
export const reviewResolutions = ['kept', 'moved', 'cancelled', 'cause-gone', 'pair-settled', 'visit-over'] as const
export type ReviewResolution = (typeof reviewResolutions)[number]

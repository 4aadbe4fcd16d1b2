/** An officer ends a review in the first three ways; the last two happen by themselves. */
export const reviewResolutions = ['kept', 'moved', 'cancelled', 'cause-gone', 'pair-settled'] as const
export type ReviewResolution = (typeof reviewResolutions)[number]

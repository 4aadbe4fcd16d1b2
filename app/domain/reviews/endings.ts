/** An officer ends a review in the first three ways; the last two happen by themselves. */
export const reviewEndings = ['kept', 'moved', 'cancelled', 'cause-gone', 'pair-settled'] as const
export type ReviewEnding = (typeof reviewEndings)[number]

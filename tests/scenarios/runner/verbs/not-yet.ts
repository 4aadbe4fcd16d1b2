/**
 * Verbs of the format, and what may be expected of them, whose services are not there yet. A file that uses one is refused by
 * name. To open one: write `verbs/<verb>.ts`, put it into `verbs/all.ts`, and take it out here.
 */
export const verbsNotYet: readonly string[] = []

export const expectationsNotYet: readonly string[] = []

export const notYet = 'is not there yet'

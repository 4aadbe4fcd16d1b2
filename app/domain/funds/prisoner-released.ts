// Straffegjennomføringsloven § 7 h (secrecy): that somebody is released is not for the payer to read.
import type { TopUpRule } from './rule.ts'

/** Stands when the prisoner is released: what is paid then could never be called for. Never told why. */
export const prisonerReleased: TopUpRule = ({ prisoner }) => prisoner.custody === 'released'

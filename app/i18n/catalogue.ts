import { en } from './en/all.ts'
import type { Locale } from './locale.ts'
import { nb } from './nb/all.ts'
import { nn } from './nn/all.ts'

/** Bokmål is the source of keys: what is missing in another language fails the type check. */
export type TextKey = keyof typeof nb

export type Texts = Readonly<Record<TextKey, string>>

export const catalogue: Readonly<Record<Locale, Texts>> = { nb, nn, en }
